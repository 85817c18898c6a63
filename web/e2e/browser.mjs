// A real browser on the real server: what every end-to-end test stands on.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const root = resolve(import.meta.dirname, '../..');

const program = process.env.ENTENTE ?? join(root, 'build/release/entente');

/** Adds somebody who may sign in to a store. */
export function keepUser(name, role, password, store) {
  const words = ['store', 'add-user', name, '--role', role, '--store', store];
  const done = spawnSync(program, words, { input: `${password}\n`, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
}

/** Starts `entente serve` on a free port of this machine; `stop` ends it. */
export async function startServer(port = 0, more = []) {
  if (!existsSync(program)) throw new Error(`there is no ${program}`);
  const server = spawn(
    program,
    ['serve', '--port', String(port), '--workers', '2', '--web', join(root, 'web/dist'),
      ...(more.includes('--store') ? [] : ['--store', 'memory']), ...more],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const origin = await new Promise((done, fail) => {
    let told = '';
    server.stdout.on('data', (bytes) => {
      told += bytes;
      const found = /http:\/\/[0-9.:]+/.exec(told);
      if (found) done(found[0]);
    });
    server.on('exit', (code) => fail(new Error(`the server ended with ${code}: ${told}`)));
    setTimeout(() => fail(new Error(`no address within 20 s: ${told}`)), 20_000).unref();
  });
  const stop = () =>
    new Promise((done) => {
      server.removeAllListeners('exit');
      server.on('exit', done);
      server.kill('SIGTERM');
    });
  /** Ends it as a lost machine would. */
  const kill = () =>
    new Promise((done) => {
      server.removeAllListeners('exit');
      server.on('exit', done);
      server.kill('SIGKILL');
    });
  return { origin, stop, kill };
}

/** A browser whose pages collect what must not happen: requests elsewhere and errors. */
export async function openBrowser({ width = 1440, height = 900, theme = 'light', origin }) {
  const profile = mkdtempSync(join(tmpdir(), 'entente-e2e-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    viewport: { width, height },
    colorScheme: theme,
    acceptDownloads: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
  const wrong = [];
  const watch = (page) => {
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(about|data|blob):/.test(url)) wrong.push(`request to ${url}`);
    });
    page.on('pageerror', (error) => wrong.push(`page error: ${error.message}`));
    page.on('console', (line) => {
      if (line.type() === 'error') wrong.push(`console: ${line.text()} (${line.location().url})`);
    });
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  const page = context.pages()[0] ?? (await context.newPage());
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, page, wrong, close };
}
