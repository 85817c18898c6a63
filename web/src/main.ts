import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './app.css';
import '../charts/charts.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { startTheme } from './lib/theme.svelte';

startTheme();
const target = document.getElementById('app');
if (target) mount(App, { target });
