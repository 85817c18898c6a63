import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// `entente serve` takes the folder `dist`; while developing, `npm run dev` hands the API on to a
// server that runs beside it.
export default defineConfig({
  plugins: [svelte()],
  base: '/',
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 200 },
  server: { proxy: { '/api': 'http://127.0.0.1:8741' } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0]);
