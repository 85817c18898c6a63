// The crisis room: several people in browsers of their own at one table.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, startServer } from './browser.mjs';

const turn = 'section:has(h2:has-text("It is your turn"))';
const asked = 'section:has(h2:has-text("what your promise is worth"))';
const log = (page) => page.locator('section:has(h2:text-is("What has happened"))').textContent();
const choose = (page, move) => page.click(`button[aria-label="Choose: ${move}"]`);
const sit = async (page, name, seat) => {
  await page.fill('label:has-text("Your name") input', name);
  await page.click(`button:text-is("Take the seat of ${seat}")`);
  await page.waitForSelector('button:text-is("Leave this seat")');
};

export function addRoomJourneys(journey, { visit, api, axe, shots, forgive }) {
  journey('opens a crisis room and is refused what there is not', async (page, wrong) => {
    await visit(page, '#/rooms');
    await page.selectOption('label:has-text("Crisis") select', 'narva');
    await page.fill('label:has-text("Title") input', 'A class on Tuesday');
    await page.fill('label:has-text("Precision") input', '2000');
    await page.locator('label:has-text("Precision") input').evaluate((field) => field.removeAttribute('max'));
    await page.click('button:text-is("Open")');
    await page.waitForSelector('[role=alert]:has-text("outside [0, 1000]")');
    await page.fill('label:has-text("Precision") input', '5');
    await page.click('button:text-is("Open")');
    await page.waitForSelector('h1:has-text("A class on Tuesday")');
    await page.waitForSelector('h2:text-is("Facilitator")');
    await visit(page, '#/rooms/nowhere');
    await page.waitForSelector('h1:has-text("not there")');
    await page.waitForSelector('[role=alert]:has-text("no room")');
    forgive(wrong, /404|422/);
  });

  journey('plays a crisis in two browsers, through a server that is killed', async (_page, wrong) => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-room-'));
    const store = ['--store', join(folder, 'store.db')];
    let server = await startServer(0, store);
    const { origin } = server;
    const first = await openBrowser({ origin });
    const second = await openBrowser({ origin, theme: 'dark', width: 390, height: 844 });
    const ana = first.page;
    const bob = second.page;
    const picture = async (page, name) => {
      if (!shots) return;
      await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
      await page.screenshot({ path: join(shots, `room_${name}.png`) });
    };
    const sound = async (page, where) => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
      assert.deepEqual(violations.map((one) => `${where}: ${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`), []);
    };
    try {
      for (const page of [ana, bob]) page.setDefaultTimeout(20_000);
      // Ana opens the room and plays Russia; Bob follows the address and plays Estonia and Poland.
      await ana.goto(`${origin}/#/rooms`);
      await ana.selectOption('label:has-text("Crisis") select', 'narva');
      await ana.click('button:text-is("Open")');
      await ana.waitForSelector('h2:text-is("Facilitator")');
      await sit(ana, 'Ana', 'Russian Federation');
      const address = ana.url().replace(/[?].*/, '');
      await bob.goto(address);
      await sit(bob, 'Bob', 'Poland');
      await sit(bob, 'Bob', 'Estonia');
      assert.equal(await bob.locator('h2:text-is("Facilitator")').count(), 0);
      await picture(bob, 'open_dark_390');
      await ana.selectOption('label:has-text("You sit as") select', 'facilitator');
      await ana.waitForSelector('text=Bob');
      await ana.click('button:text-is("Begin")');
      await ana.selectOption('label:has-text("You sit as") select', 'RUS');
      await ana.waitForSelector(turn);
      await ana.waitForSelector('text=/You are (not )?firm/');
      await sound(ana, 'your turn');
      await picture(ana, 'turn_light_1440');
      await bob.waitForSelector('text=Waiting for Russian Federation');
      assert.equal(await bob.locator('text=/You are (not )?firm/').count(), 0);
      await sound(bob, 'waiting, dark');
      // By keys alone.
      await ana.focus('button[aria-label="Choose: incite a crowd in Narva"]');
      await ana.keyboard.press('Enter');
      await bob.waitForSelector(turn);
      assert.match(await log(bob), /RUS: incite a crowd in Narva/);
      // A reload keeps the seat; a server that is lost loses nothing.
      await bob.reload();
      await bob.waitForSelector(turn);
      const port = Number(new URL(origin).port);
      await server.kill();
      await bob.click('button[aria-label="Choose: restore order"]');
      await bob.waitForSelector('.away');
      server = await startServer(port, store);
      await ana.waitForSelector(turn, { timeout: 30_000 });
      assert.match(await log(ana), /EST: restore order/);
      // The facilitator takes it to the question, where answers are sealed.
      await ana.selectOption('label:has-text("You sit as") select', 'facilitator');
      await ana.fill('label:has-text("News") textarea', 'Men without badges stand in the town hall.');
      await ana.selectOption('label:has-text("Events take it to") select', 'occupied');
      await ana.click('button:text-is("Send")');
      await bob.selectOption('label:has-text("You sit as") select', 'POL');
      await bob.waitForSelector(asked);
      await bob.waitForSelector('text=/The law is asked: RUS attacks EST at narva/');
      await picture(bob, 'asked_dark_390');
      await picture(ana, 'facilitator_light_1440');
      await sound(ana, 'facilitator');
      assert.doesNotMatch(await log(ana), /USA: /);
      await choose(bob, 'honour');
      await ana.selectOption('label:has-text("You sit as") select', 'RUS');
      await ana.waitForSelector(turn);
      assert.match(await log(ana), /POL: honour/);
      const seatOfRussia = await ana.textContent('section:has(h2:text-is("Promises"))');
      assert.match(seatOfRussia, /honours/);
      await choose(ana, 'withdraw');
      for (const page of [ana, bob]) {
        await page.waitForSelector('h2:text-is("Debrief")');
        await page.waitForSelector('.finding:has-text("It ended so: Russia withdraws")');
      }
      await sound(ana, 'debrief');
      await picture(ana, 'debrief_light_1440');
      await picture(bob, 'debrief_dark_390');
      const over = await bob.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 1, `${over} px too wide at 390`);
      const report = await fetch(`${origin}/api/v1/rooms/${address.split('/').pop()}/debrief.html`);
      assert.match(await report.text(), /Russia withdraws/);
      wrong.push(...first.wrong, ...second.wrong);
      forgive(wrong, /ERR_CONNECTION|ERR_EMPTY|ERR_INCOMPLETE|409/);
    } catch (reason) {
      await picture(ana, 'failed_ana');
      await picture(bob, 'failed_bob');
      throw reason;
    } finally {
      await first.close();
      await second.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });

  journey('answers sealed, one beside the other', async (page) => {
    const made = await (await api('/rooms', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ case: 'narva' }) })).json();
    await page.goto('about:blank');
    await visit(page, '#/rooms');
    await page.evaluate(([id, token]) => localStorage.setItem(`room ${id}`, JSON.stringify({ facilitator: token })), [made.id, made.token]);
    await visit(page, `#/rooms/${made.id}`);
    await page.waitForSelector('h2:text-is("Facilitator")');
    for (const seat of ['Russian Federation', 'United States', 'Poland']) await sit(page, 'Eve', seat);
    await page.selectOption('label:has-text("You sit as") select', 'facilitator');
    await page.click('button:text-is("Begin")');
    const as = (seat) => page.selectOption('label:has-text("You sit as") select', seat);
    await page.selectOption('label:has-text("Events take it to") select', 'occupied');
    await page.click('button:text-is("Send")');
    await as('USA');
    await page.waitForSelector(asked);
    await choose(page, 'renege');
    await page.waitForSelector('text=You have sealed: renege');
    await as('POL');
    await page.waitForSelector(asked);
    assert.doesNotMatch(await log(page), /USA: renege/);
    await page.waitForSelector('li:has-text("United States") .tag:has-text("has answered")');
    await as('USA');
    await choose(page, 'honour');
    await page.waitForSelector('text=You have sealed: honour');
    await as('POL');
    await choose(page, 'delay');
    await page.waitForFunction(() => /USA: honour/.test(document.body.textContent ?? ''));
    assert.match(await log(page), /POL: delay/);
    // A seat that the facilitator frees is lost here, said so, and may be taken again.
    await as('facilitator');
    await page.click('button:text-is("Free the seat of Poland")');
    await page.waitForSelector('button:text-is("Take the seat of Poland")', { state: 'detached' });
    await as('POL');
    await page.waitForSelector('[role=alert]:has-text("no longer yours")');
    await page.waitForSelector('button:text-is("Take the seat of Poland")');
  });
}
