// The journeys of a new user, in a real browser, on the real server and engine.
//   node e2e/run.mjs [--only WORD] [--shots FOLDER]
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepUser, openBrowser, startServer } from './browser.mjs';
import { addJourneys } from './pictures.mjs';
import { addRoomJourneys } from './rooms.mjs';

const argument = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? '' : process.argv[at + 1];
};
const only = argument('--only');
const shots = argument('--shots');
if (shots) mkdirSync(shots, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server = await startServer();
const { origin } = server;
const port = Number(new URL(origin).port);
const journeys = [];
const journey = (name, walk) => journeys.push({ name, walk });

/** Opens an address of the workbench anew: a hash alone would not load the page again. */
async function visit(page, hash) {
  await page.goto('about:blank');
  await page.goto(`${origin}/${hash}`);
}
const finding = async (page) => {
  await page.waitForSelector('.finding:not(:empty)', { timeout: 60_000 });
  return page.textContent('.finding');
};
const api = (path, init) => fetch(`${origin}/api/v1${path}`, init);

journey('opens on the atlas of today', async (page) => {
  await visit(page, '');
  await page.waitForSelector('.bloc', { timeout: 20_000 });
  await page.waitForFunction(() => document.querySelectorAll('.land path').length > 200);
  const paths = await page.locator('.land path').count();
  assert.ok(paths > 200, `${paths} outlines`);
  assert.match(await page.textContent('.blocs'), /North Atlantic Treaty/);
  assert.ok((await page.locator('.dots circle').count()) > 180);
  // No line belongs to a treaty of several: all are of two.
  assert.ok((await page.locator('.ties .tie').count()) < 80);
  // A state with more to say than fits: its panel scrolls, and nothing in it is pressed flat.
  await visit(page, '#/atlas?region=europe&sel=EST');
  await page.waitForSelector('aside td:has-text("fight")', { timeout: 30_000 });
  assert.ok((await page.locator('aside .wide').first().boundingBox()).height > 200);
});

journey('goes back to 1914 and asks who stands by Serbia', async (page) => {
  await visit(page, '#/atlas?region=europe');
  await page.fill('input[type=date]', '1914-07-28');
  await page.dispatchEvent('input[type=date]', 'change');
  await page.waitForFunction(() => /Triple Alliance/.test(document.querySelector('.blocs')?.textContent ?? ''));
  await page.selectOption('label:has-text("State") select', 'serbia');
  await page.waitForSelector('aside h2:has-text("Serbia")');
  await page.waitForSelector('aside td:has-text("Greece")', { timeout: 30_000 });
  await page.click('button.bloc:has-text("Triple Alliance")');
  await page.waitForSelector('aside:has-text("Articles")');
  await page.goBack();
  await page.waitForSelector('aside h2:has-text("Serbia")');
});

journey('asks who must fight for Estonia, and why', async (page) => {
  await visit(page, '#/ask');
  await page.fill('label:has-text("Attacker") input', 'RUS');
  await page.fill('label:has-text("Target") input', 'EST');
  await page.fill('label:has-text("Place") input', 'narva');
  assert.equal(await page.inputValue('label:has-text("Event") input'), 'RUS attacks EST at narva');
  await page.click('button:has-text("Ask")');
  assert.match(await finding(page), /31 states bound to fight/);
  await page.click('.chain.fight button.link');
  await page.waitForSelector('blockquote:has-text("armed attack")');
  await page.click('.chain.fight button:has-text("did not exist")');
  await page.waitForSelector('.chain.fight [role=status]:has-text("Without it")', { timeout: 20_000 });
  await page.click('button:has-text("Play step by step")');
  await page.waitForFunction(() => document.querySelectorAll('.chain').length === 1);
  // The address is the question: opened again, it asks again.
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  assert.match(await finding(page), /31 states bound to fight/);
});

journey('mistypes a place and is told the nearest', async (page) => {
  await visit(page, '#/ask');
  await page.fill('label:has-text("Event") input', 'RUS attacks EST at narvaa');
  await page.click('button:has-text("Ask")');
  await page.waitForSelector('[role=alert]:has-text("did you mean `narva`?")');
  assert.equal(await page.inputValue('label:has-text("Event") input'), 'RUS attacks EST at narvaa');
});

journey('compares two scenarios in the ledger', async (page) => {
  await visit(page, '#/ledger?a=baltic_taiwan&b=leaves_europe');
  await finding(page);
  await page.waitForSelector('th:has-text("B less A")', { timeout: 60_000 });
  assert.equal(await page.locator('.finding').count(), 2);
  await page.click('button.link:has-text("baltic + taiwan")');
  await page.click('button:has-text("baltic"):not(.link)');
  await page.waitForSelector('figure:has-text("heavy brigade")');
  assert.ok((await page.locator('figure svg[role=img]').count()) > 3);
});

journey('sees on a map where two scenarios differ', async (page) => {
  await visit(page, '#/compare?name=architecture&of=reference_2026;uncalibrated&draws=16&go=1');
  await page.waitForSelector('.differencemap circle', { timeout: 90_000 });
  await page.selectOption('.differencemap label:has-text("Table") select', 'dependence');
  await page.selectOption('.differencemap label:has-text("Measure") select', 'security');
  assert.match(page.url(), /map\.measure=security/);
  await page.selectOption('.differencemap label:has-text("Region") select', 'europe');
  const rows = page.locator('.differencemap tbody tr');
  await page.waitForFunction(() => document.querySelectorAll('.differencemap tbody tr').length === document.querySelectorAll('.differencemap circle').length);
  assert.ok((await rows.count()) > 3);
  assert.ok((await page.locator('.differencemap path.step1, .differencemap path.step2, .differencemap path.step3, .differencemap path[class*="step-"]').count()) > 0);
  await page.selectOption('.differencemap label:has-text("Table") select', { index: 0 });
  const save = page.waitForEvent('download');
  await page.click('.differencemap button:has-text("SVG")');
  assert.match((await save).suggestedFilename(), /\.svg$/);
});

journey('runs an analysis from its card, sorts its table, keeps its figures', async (page) => {
  await visit(page, '#/analyses');
  await page.click('.gallery a:text-is("hedge")');
  await page.fill('label:has-text("state") input', 'EST');
  await page.click('button:text-is("Run")');
  assert.match(await finding(page), /^EST/);
  await page.waitForSelector('.chart-picture .kind');
  await page.click('.chart-table .sort:has-text("year")');
  await page.waitForSelector('th[aria-sort=descending]:has-text("year"), th[aria-sort=ascending]:has-text("year")');
  for (const [label, type] of [['Save CSV', /^state,year,belief/], ['Save SVG', /^<svg/]]) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`button:has-text("${label}")`).first().click()]);
    assert.match(readFileSync(await file.path(), 'utf8'), type, label);
  }
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Save the record")')]);
  assert.equal(JSON.parse(readFileSync(await file.path(), 'utf8')).analysis, 'hedge');
  const [report] = await Promise.all([page.waitForEvent('download'), page.click('a:has-text("Save as a report")')]);
  assert.match(readFileSync(await report.path(), 'utf8'), /^<!doctype html>/i);
});

journey('sets a figure out of its range and is told beside the field', async (page, wrong) => {
  await visit(page, '#/analyses/deterrence');
  await page.click('summary:has-text("assumptions")');
  await page.fill('label:has-text("loss aversion") input', '99');
  await page.click('button:text-is("Run")');
  await page.waitForSelector('label:has-text("loss aversion") .fault');
  await page.fill('label:has-text("loss aversion") input', '2');
  await page.fill('input[list=subjects]', 'baltic');
  await page.fill('label:has-text("More draws") input', '16');
  await page.click('button:text-is("Run")');
  await finding(page);
  forgive(wrong, /422/);
});

addJourneys(journey, { visit, finding, api, forgive });
addRoomJourneys(journey, { visit, api, axe, shots, forgive });

journey('asks for a precision and sees it come', async (page) => {
  await visit(page, '#/analyses/ledger');
  await page.fill('input[list=subjects]', 'baltic_taiwan');
  await page.fill('label:has-text("interval of the leading figure") input', '2');
  await page.click('button:text-is("Run")');
  await page.waitForSelector('text=/So far: gap/', { timeout: 30_000 });
  await finding(page);
  await page.waitForSelector('text=/2 was asked/');
});

journey('asks what a figure rests on', async (page) => {
  await visit(page, '#/analyses/ledger?subject=baltic&draws=8&go=1');
  await finding(page);
  const gap = page.locator('details:has(summary h2:text-is("gap"))');
  await gap.locator('button:has-text("rest on")').click();
  await gap.locator('td a').first().click();
  await page.waitForSelector('h1:has-text("What does this figure rest on")');
  await page.waitForFunction(() => /rests most on/.test(document.querySelector('.finding')?.textContent ?? ''), null, { timeout: 90_000 });
});

journey('tests a claim', async (page) => {
  await visit(page, '#/claims');
  await page.waitForFunction(() => document.querySelectorAll('.gallery li').length >= 25);
  await page.click('.gallery a:has-text("bound to one another")');
  assert.match(await finding(page), /Holds in \d+ % of \d+ futures/);
  await page.waitForSelector('h2:has-text("Where it fails")');
});

journey('writes a scenario, mends its fault, keeps it, and asks the ledger of it', async (page, wrong) => {
  await visit(page, '#/scenarios/new');
  const field = page.locator('textarea');
  await field.fill('[scenario]\nname = "e2e_mine"\nbase = "baltic"\nfoo = 1\n');
  await page.waitForSelector('.fault:has-text("line 4")');
  assert.equal((await page.textContent('.editor .line.bad')).trim(), 'foo = 1');
  assert.equal(await page.locator('.editor pre .header').textContent(), '[scenario]');
  assert.ok(await page.isDisabled('button:text-is("Keep")'));
  // Nothing typed is lost by a reload.
  await page.reload();
  await page.waitForSelector('.fault:has-text("line 4")');
  assert.match(await field.inputValue(), /foo = 1/);
  await field.fill((await field.inputValue()).replace('foo = 1\n', ''));
  await page.fill('label:has-text("Agreements left out") input', 'nato');
  await page.locator('label:has-text("Agreements left out") input').blur();
  await page.waitForSelector('text=The engine finds no fault.');
  await page.click('button:text-is("Keep")');
  await page.waitForSelector('[role=status]:has-text("version 1")');
  // Somebody else keeps a version meanwhile: neither is lost.
  const theirs = '[scenario]\nname = "e2e_mine"\nbase = "taiwan"\n';
  const put = await api('/scenarios/e2e_mine', { method: 'PUT', headers: { 'Content-Type': 'application/toml' }, body: theirs });
  assert.equal(put.status, 200);
  await field.fill((await field.inputValue()) + '# a remark\n');
  await page.waitForSelector('text=The engine finds no fault.');
  await page.click('button:text-is("Keep")');
  await page.waitForSelector('text=Nothing of yours is lost');
  await page.click('button:has-text("Mine goes on top")');
  await page.waitForSelector('text=The engine finds no fault.');
  await page.click('button:text-is("Keep")');
  await page.waitForSelector('[role=status]:has-text("version 3")');
  await page.selectOption('label:has-text("Compare with version") select', '2');
  await page.waitForSelector('.diff:has-text("base = \\"taiwan\\"")');
  await page.click('a:has-text("Ask the ledger of it")');
  assert.match(await finding(page), /baltic/);
  forgive(wrong, /422|412/);
});

journey('walks the network by keys and takes the hub away', async (page) => {
  await visit(page, '#/network');
  await page.waitForSelector('aside td', { timeout: 60_000 });
  await page.selectOption('label:has-text("Focus") select', 'USA');
  await page.waitForSelector('h2:has-text("neighbours")');
  await page.focus('canvas');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => (document.querySelector('.network [aria-live]')?.textContent ?? '') !== '');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !location.hash.includes('focus=USA'));
  const before = await page.textContent('aside strong.num');
  await page.locator('aside input[type=range]').fill('5');
  await page.waitForFunction((was) => document.querySelector('aside strong.num')?.textContent !== was, before);
});

journey('follows links to what is not there', async (page, wrong) => {
  await visit(page, '#/nowhere');
  await page.waitForSelector('h1:has-text("no view called nowhere")');
  await visit(page, '#/scenarios/gone');
  await page.waitForSelector('h1:has-text("no scenario called gone")');
  await page.waitForSelector('a:has-text("baltic")');
  await visit(page, '#/analyses/gone');
  await page.waitForSelector('h1:has-text("no question called gone")');
  await visit(page, '#/claims/gone');
  await page.waitForSelector('h1:has-text("no claim called gone")');
  await visit(page, '#/ledger?a=gone');
  await page.waitForSelector('[role=alert]:has-text("gone")');
  forgive(wrong, /404|422/);
});

journey('goes on when the server is started again', async (page, wrong) => {
  await visit(page, '#/ask?event=PRK%20attacks%20KOR');
  await finding(page);
  await server.stop();
  await page.fill('label:has-text("Event") input', 'CHN attacks TWN');
  await page.click('button:text-is("Ask")');
  await page.waitForSelector('.away');
  server = await startServer(port);
  await page.waitForFunction(() => /CHN attacks TWN/.test(document.querySelector('.finding')?.textContent ?? ''), null, { timeout: 30_000 });
  await page.waitForSelector('.away', { state: 'detached' });
  forgive(wrong, /ERR_CONNECTION|ERR_EMPTY|ERR_INCOMPLETE/);
});

journey('signs in where the server has to know who asks', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-people-'));
  const store = join(folder, 'store.db');
  keepUser('ann', 'analyst', 'correct horse battery', store);
  const closed = await startServer(0, ['--login', '--store', store]);
  const { page, wrong, close } = await openBrowser({ origin: closed.origin });
  try {
    page.setDefaultTimeout(20_000);
    await page.goto(`${closed.origin}/#/ask?event=PRK%20attacks%20KOR`);
    await page.waitForSelector('h1:has-text("Sign in")');
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map((one) => one.id), []);
    if (shots) await page.screenshot({ path: join(shots, 'sign_in.png') });
    await page.fill('label:has-text("Name") input', 'ann');
    await page.fill('label:has-text("Password") input', 'wrong horse battery');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=alert]:has-text("do not fit")');
    await page.fill('label:has-text("Password") input', 'correct horse battery');
    await page.keyboard.press('Enter');
    await finding(page);
    await page.waitForSelector('header:has-text("ann, analyst")');
    await page.click('button:text-is("Sign out")');
    await page.waitForSelector('h1:has-text("Sign in")');
    forgive(wrong, /401/);
    assert.deepEqual(wrong, []);
  } finally {
    await close();
    await closed.stop();
    rmSync(folder, { recursive: true });
  }
});

/** Refusals that a journey provoked; browsers write each into the console. */
function forgive(wrong, which) {
  for (let at = wrong.length - 1; at >= 0; --at) if (which.test(wrong[at])) wrong.splice(at, 1);
}

const VIEWS = [
  ['atlas', '#/atlas', '.bloc'],
  ['atlas_state', '#/atlas?region=europe&sel=EST', 'aside td'],
  ['atlas_1914', '#/atlas?on=1914-07-28&region=europe&pact=triple_alliance_1882', 'aside .articles'],
  ['ask', '#/ask?event=RUS%20attacks%20EST%20at%20narva', '.chain'],
  ['ledger', '#/ledger?a=baltic_taiwan&b=leaves_europe', '.chart-picture'],
  ['network', '#/network?focus=USA', 'aside td'],
  ['analyses', '#/analyses', '.gallery li'],
  ['hedge', '#/analyses/hedge?subject=EST&go=1', '.chart-picture'],
  ['deterrence', '#/analyses/deterrence?subject=baltic_taiwan&draws=32&go=1', '.chart-picture'],
  ['equilibria', '#/analyses/deterrence?subject=baltic_taiwan&draws=16&go=1&map.go=1&map.n=7', '.map summary'],
  ['landscape', '#/analyses/alignment?subject=europe_1936&go=1', '.map td'],
  ['study', '#/analyses/study?subject=what_breaks_partners&draws=8&go=1', '.map .chart-picture'],
  ['compare', '#/compare?name=ledger&of=baltic_taiwan;leaves_europe;baltic&draws=64&go=1', '.differences td'],
  ['differences', '#/compare?name=architecture&of=reference_2026;uncalibrated&draws=16&map.table=dependence&go=1', '.differencemap tbody td'],
  ['claims', '#/claims', '.gallery li'],
  ['claim', '#/claims/lattice_beats_hub', '.provenance'],
  ['scenarios', '#/scenarios', 'tbody tr'],
  ['scenario', '#/scenarios/baltic', 'textarea'],
  ['rooms', '#/rooms', 'form.fields'],
];

async function look(theme, width) {
  const { page, wrong, close } = await openBrowser({ origin, theme, width, height: width < 500 ? 844 : 900 });
  const faults = [];
  try {
    for (const [name, hash, sign] of VIEWS) {
      await visit(page, hash);
      await page.waitForSelector(sign, { timeout: 60_000 });
      await page.waitForTimeout(250);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 1) faults.push(`${name} at ${width} px is ${over} px too wide`);
      if (width === 1440) {
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
        for (const one of found.violations) faults.push(`${name}, ${theme}: ${one.id} (${one.impact}): ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(' | ')}`);
      }
      if (shots) await page.screenshot({ path: join(shots, `${name}_${theme}_${width}.png`) });
    }
  } finally {
    await close();
  }
  return [...faults, ...wrong];
}

let failed = 0;
let passed = 0;
const tell = (name, faults, seconds) => {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
  for (const fault of faults) console.log(`       ${fault}`);
};
try {
  for (const { name, walk } of journeys) {
    if (only && !name.includes(only)) continue;
    const begun = Date.now();
    const { page, wrong, close } = await openBrowser({ origin });
    const faults = [];
    try {
      page.setDefaultTimeout(20_000);
      await walk(page, wrong);
    } catch (reason) {
      faults.push(String(reason?.message ?? reason).split('\n').slice(0, 6).join(' '));
      if (shots) await page.screenshot({ path: join(shots, `failed_${journeys.findIndex((one) => one.name === name)}.png`) });
    } finally {
      await close();
    }
    tell(name, [...faults, ...wrong], (Date.now() - begun) / 1000);
  }
  for (const [theme, width] of [['light', 1440], ['dark', 1440], ['light', 1024], ['light', 390]]) {
    if (only && !`look ${theme} ${width}`.includes(only)) continue;
    const begun = Date.now();
    tell(`every view, ${theme}, ${width} px`, await look(theme, width), (Date.now() - begun) / 1000);
  }
  if (!only) {
    const { page, close } = await openBrowser({ origin });
    await visit(page, '');
    await page.waitForFunction(() => document.querySelectorAll('.land path').length > 200);
    const drawn = await page.evaluate(() => performance.now());
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    const script = await page.evaluate(() => performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.js')).reduce((sum, one) => sum + one.encodedBodySize, 0));
    await close();
    console.log(`first paint ${Math.round(paint)} ms, map drawn ${Math.round(drawn)} ms, scripts of the first view ${(script / 1024).toFixed(1)} KiB packed`);
  }
} finally {
  await server.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
