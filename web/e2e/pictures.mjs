// Journeys through pictures drawn by hand, and through comparisons.
import assert from 'node:assert/strict';

export function addJourneys(journey, { visit, finding, api, forgive }) {
  journey('draws a map of equilibria and reads its cells', async (page) => {
    await visit(page, '#/analyses/deterrence?subject=baltic_taiwan&draws=16&go=1&map.n=7');
    await finding(page);
    await page.selectOption('label:has-text("Attack on") select', 'taiwan');
    await page.click('button:has-text("Draw it (35 runs)")');
    await page.waitForSelector('.map summary', { timeout: 60_000 });
    assert.equal(await page.locator('.map rect.cell').count(), 35);
    assert.match(await page.getAttribute('.map svg', 'aria-label'), /taiwan is attacked in \d+ of 35 cells over mu and cost/);
    await page.click('.map summary');
    await page.waitForSelector('.map th:has-text("least")');
    // Another contingency is another reading of the same runs; the answer above stays.
    await page.selectOption('label:has-text("Attack on") select', 'all');
    await page.waitForFunction(() => /regions in 35 cells/.test(document.querySelector('.map svg')?.getAttribute('aria-label') ?? ''));
    assert.ok(page.url().includes('map.of=all'));
  });

  journey('looks at camps as wells, and at what a protected state builds at which doubt', async (page) => {
    await visit(page, '#/analyses/alignment?subject=realist_1936&go=1');
    await page.waitForSelector('.map caption:has-text("Camp A: 2 states")');
    assert.equal(await page.locator('.map .well').count(), 4);
    await page.selectOption('.map label:has-text("Configuration") select', '2');
    await page.waitForSelector('.map caption:has-text("Camp A: 3 states")');
    await page.locator('.map .well').nth(3).click();
    await page.waitForFunction(() => location.hash.includes('map.min=4'));
    await visit(page, '#/analyses/hedge?subject=POL&go=1');
    await page.waitForSelector('.map .dot');
    assert.match(await page.locator('.map svg').nth(0).getAttribute('aria-label'), /POL begins by year and belief: partners/);
    assert.ok((await page.locator('.map .cell').count()) > 200);
  });

  journey('reads any measure of a study against its baseline', async (page) => {
    await visit(page, '#/analyses/study?subject=what_breaks_partners&draws=8&go=1');
    await page.waitForSelector('.map .chart-picture', { timeout: 60_000 });
    await page.selectOption('.map label:has-text("Measure") select', 'shortfall');
    await page.selectOption('.map label:has-text("Element") select', 'drones');
    await page.waitForFunction(() => location.hash.includes('map.element=drones') && document.querySelectorAll('.map tbody tr').length === 1);
    assert.match(await page.textContent('.map tbody'), /partners/);
  });

  journey('composes a variant and compares three scenarios', async (page) => {
    await visit(page, '#/compare?name=ledger&of=baltic;taiwan&draws=16');
    await page.waitForSelector('.chips li:has-text("taiwan")');
    await page.click('summary:has-text("Compose a variant")');
    await page.fill('details label:has-text("Name") input', 'e2e_variant');
    await page.selectOption('details label:has-text("Builds on") select', 'baltic');
    await page.selectOption('details label:has-text("Lever") select', 'prepos_baltic_3');
    await page.waitForSelector('details .chips li');
    await page.click('button:has-text("Keep and compare")');
    await page.waitForSelector('ol.chips li:has-text("e2e variant")');
    await page.click('button:text-is("Compare")');
    await page.waitForSelector('.differences td', { timeout: 60_000 });
    assert.equal(await page.locator('ol .answer').count(), 3);
    await page.selectOption('label:has-text("Against the first") select', { label: 'e2e variant' });
    await page.waitForFunction(() => location.hash.includes('with=2'));
    // What is shown is in the address, and asks nothing again.
    await page.selectOption('label:text-is("Table") select, label:has-text("Table") select', 'shortfall');
    await page.waitForSelector('.chart-picture');
    assert.equal(await page.locator('ol .answer').count(), 3);
  });

  journey('lays two runs that have ended side by side', async (page) => {
    for (const seed of [11, 12]) await api('/runs', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name: 'ledger', subject: 'baltic', seed, draws: 16 }) });
    await page.waitForTimeout(1500);
    await visit(page, '#/compare?mode=runs');
    await page.waitForSelector('label:has-text("First run")');
    await page.selectOption('label:has-text("Question") select', 'ledger');
    await page.waitForSelector('.differences td');
    assert.match(await page.textContent('.differences'), /of \d+ cells differ; the largest first/);
    const shares = await page.$$eval('.differences tbody tr td:last-child', (cells) => cells.map((cell) => Number(cell.textContent)).filter((one) => !Number.isNaN(one)));
    assert.ok(shares.length > 5 && shares.every((one, at) => at === 0 || one <= shares[at - 1] + 1e-9), shares.slice(0, 8).join(' '));
  });

  journey('asks a study of its own, mends its fault, and sees its variants differ', async (page, wrong) => {
    await visit(page, '#/analyses/study');
    await page.check('label:has-text("file of your own") input');
    const field = page.locator('textarea');
    const study = '[study]\nname = "e2e_study"\nquestion = "Does it matter?"\nscenario = "baltic"\nbaseline = "today"\nmeasures = ["gap"]\n\n[[variant]]\nid = "today"\nname = "as it is"\n\n[[variant]]\nid = "gone"\nname = "a hub gone home"\nlevers = [{ card = "withdraw_forces", owner = "USA", form = ["europe_west"] }]\n';
    await field.fill(study);
    await page.fill('label:has-text("More draws") input', '16');
    await page.click('button:text-is("Run")');
    await page.waitForSelector('[role=alert]', { timeout: 30_000 });
    await field.fill(study.replace('form =', 'from ='));
    await page.reload();
    assert.match(await field.inputValue(), /from = /);
    await page.click('button:text-is("Run")');
    await finding(page);
    await page.waitForSelector('td:has-text("gone")');
    forgive(wrong, /422/);
  });
}
