import { describe, expect, it } from 'vitest';
import { labelsOf } from '../src/atlas/labels';
import { blocsOf, inForce, kindOf, pactsOf, tiesOf } from '../src/atlas/pacts';
import { bows, ownersOf, type Unit } from '../src/atlas/geo';
import { APPROXIMATE, CAPITALS } from '../src/atlas/historical';
import { lettersOf } from '../src/atlas/iso';
import { boundOf, eventParts, eventText, silencesOf, strongest } from '../src/lib/casus';
import { article, holds, isDay, spanOf, three } from '../src/lib/format';
import { around, layout, linksOf } from '../src/lib/layout';
import { hashOf, placeOf } from '../src/lib/router.svelte';
import { formOf, writeForm } from '../src/lib/scenarioForm';
import type { EngineRecord } from '../src/lib/types';

const record = (tables: Record<string, [string[], (string | number | null)[][]]>): EngineRecord => ({
  analysis: 'x', question: '', finding: '', scenario: { name: '', hash: '' }, params: {}, exact: true, provenance: {},
  tables: Object.fromEntries(Object.entries(tables).map(([name, [columns, rows]]) => [name, { columns: columns.map((one) => ({ name: one, unit: '', help: '' })), rows }])),
});

describe('the address', () => {
  it('comes back as it was', () => {
    const place = { view: 'ask', name: 'a b/c', query: { event: 'RUS attacks EST at narva', on: '2026-07-01' } };
    expect(placeOf(hashOf(place))).toEqual(place);
  });
  it('begins at the atlas, and takes broken ones', () => {
    expect(placeOf('').view).toBe('atlas');
    expect(placeOf('#/ask/%E0%A4%A').name).toBe('%E0%A4%A');
  });
});

describe('days', () => {
  it('reads spans out of notes', () => {
    expect(spanOf('from 1919-08-08')).toEqual({ from: '1919-08-08', to: '' });
    expect(spanOf('1867-06-08 to 1918-11-11')).toEqual({ from: '1867-06-08', to: '1918-11-11' });
    expect(holds(spanOf('1867-06-08 to 1918-11-11'), '1918-11-11')).toBe(true);
    expect(holds(spanOf('1867-06-08 to 1918-11-11'), '1918-11-12')).toBe(false);
  });
  it('knows a day from a word', () => {
    expect([isDay('2026-07-01'), isDay('2026-13-01'), isDay('soon'), isDay('')]).toEqual([true, false, false, false]);
  });
});

describe('an event', () => {
  it('is put together and taken apart', () => {
    const parts = { from: 'RUS', to: 'EST,LVA', at: 'narva', by: 'missile_strike', on: '2026-07-01' };
    expect(eventText(parts)).toBe('RUS attacks EST,LVA at narva by missile_strike on 2026-07-01');
    expect(eventParts(eventText(parts))).toEqual(parts);
    expect(eventText({ ...parts, to: '' })).toBe('');
    expect(eventParts('nonsense')).toEqual({ from: '', to: '', at: '', by: '', on: '' });
  });
  it('binds by article, the firmest duty first', () => {
    const answer = record({
      verdicts: [['state', 'duty', 'agreement', 'article', 'discretion', 'because'], [
        ['ALB', 'consult', 'nato', 'art4', 'on_request', ''], ['ALB', 'fight', 'nato', 'art5', 'own_judgement', 'x'], ['BEL', 'fight', 'nato', 'art5', 'own_judgement', 'x'],
      ]],
      silent: [['state', 'agreement', 'article', 'because'], [['USA', 'a', '', 'terminated: long ago'], ['FRA', 'a', '', 'terminated: long ago'], ['CHN', 'b', '', 'no_treaty: none']]],
    });
    expect(boundOf(answer).map((one) => [one.duty, one.states])).toEqual([['fight', ['ALB', 'BEL']], ['consult', ['ALB']]]);
    expect(strongest(boundOf(answer)).get('ALB')).toBe('fight');
    expect(silencesOf(answer).map((one) => [one.reason, one.count])).toEqual([['no_treaty', 1], ['terminated', 2]]);
  });
  it('names articles as people do', () => {
    expect([article('art5'), article('art42_7'), article('casus_belli')]).toEqual(['Article 5', 'Article 42(7)', 'casus belli']);
  });
});

describe('pacts', () => {
  const answer = record({
    agreements: [['agreement', 'name', 'form', 'rung', 'signed', 'in_force', 'ended', 'parties', 'owes'], [
      ['nato', 'NATO', 'treaty', 5, '1949-04-04', '', '', 'USA CAN FRA', 'fight, consult'],
      ['a', 'A', 'treaty', 4, '', '', '', 'USA JPN', 'fight'],
      ['b', 'B', 'executive', 2, '', '', '', 'JPN USA', 'consult'],
      ['c', 'C', 'declaration', 0, '', '', '', 'USA', 'nothing'],
      ['d', 'D', 'treaty', 2, '', '', '', 'FRA DEU ITA ESP', 'not_attack'],
    ]],
  });
  it('are areas where several agree and lines where two do', () => {
    const pacts = pactsOf(answer);
    expect(blocsOf(pacts).map((pact) => pact.id)).toEqual(['nato', 'd']);
    const ties = tiesOf(pacts);
    expect(ties).toHaveLength(1);
    expect([ties[0]?.kind, ties[0]?.pacts.map((pact) => pact.id)]).toEqual(['fight', ['a', 'b']]);
  });
  it('are never drawn as a fan', () => {
    for (const tie of tiesOf(pactsOf(answer))) for (const pact of tie.pacts) expect(pact.parties).toHaveLength(2);
  });
  it('take the strongest duty', () => {
    expect([kindOf(['consult', 'assist']), kindOf(['stay_out']), kindOf([])]).toEqual(['assist', 'peace', 'other']);
  });
  it('are counted by year', () => {
    expect(inForce([{ from: '1900-01-01', to: '1901-12-31' }, { from: '1901-08-01', to: '' }, { from: '', to: '' }], 1900, 1902)).toEqual([1, 1, 1]);
  });
});

describe('the map', () => {
  const unit = (code: string) => ({ code, title: code, disputed: false, area: {}, middle: [0, 0] }) as unknown as Unit;
  it('knows countries by their numbers', () => {
    expect([lettersOf.get('233'), lettersOf.get('840'), lettersOf.get('004')]).toEqual(['EST', 'USA', 'AFG']);
  });
  it('gives each country to whoever had it', () => {
    const units = ['AUT', 'HUN', 'FRA', 'GRL', 'ATA'].map(unit);
    expect([...ownersOf(units, new Set(['austria_hungary', 'FRA', 'DNK']))].sort()).toEqual([['AUT', 'austria_hungary'], ['FRA', 'FRA'], ['GRL', 'DNK'], ['HUN', 'austria_hungary']]);
    expect(ownersOf(units, new Set(['AUT'])).get('HUN')).toBeUndefined();
  });
  it('places every state of the past', () => {
    for (const [state, parts] of Object.entries(APPROXIMATE)) expect(parts.length > 0 || state in CAPITALS, state).toBe(true);
  });
  it('leaves at the edge where the other way is shorter', () => {
    expect(bows([100, 50], [200, 50], 1000, 1000)).toHaveLength(1);
    expect(bows([100, 50], [900, 50], 1000, 1000)).toHaveLength(2);
  });
  it('puts no name over another', () => {
    const states = Array.from({ length: 30 }, (_, at) => ({ state: `s${at}`, text: 'A long name', point: [100 + at * 3, 100] as [number, number], weight: at, radius: 3 }));
    const labels = labelsOf(states, 400, 200, 30);
    expect(labels[0]?.state).toBe('s29');
    expect(labels.length).toBeLessThan(10);
  });
});

describe('the network', () => {
  const rows = [{ from: 'B', to: 'A', value: 1 }, { from: 'A', to: 'B', value: 3 }, { from: 'B', to: 'C', value: 3 }, { from: 'C', to: 'D', value: 3 }, { from: 'A', to: 'D', value: 1 }];
  it('is as firm as the firmer promise', () => {
    expect(linksOf(rows, 2)).toEqual([{ a: 'A', b: 'B', value: 3 }, { a: 'B', b: 'C', value: 3 }, { a: 'C', b: 'D', value: 3 }]);
  });
  it('reaches as many steps as are asked', () => {
    expect([...around(linksOf(rows, 2), 'A', 2)].sort()).toEqual(['A', 'B', 'C']);
    expect(around(linksOf(rows, 2), '', 1).size).toBe(4);
  });
  it('stands where it stood before, whatever the order', () => {
    const links = linksOf(rows, 1);
    expect(layout(['A', 'B', 'C', 'D'], links)).toEqual(layout(['D', 'C', 'B', 'A'], links));
  });
});

describe('the form of a scenario', () => {
  const toml = '# Mine.\n[scenario]\nname = "mine"\nbase = "baltic"  # why\nsets = [\n  ["baltic"],\n  ["baltic", "taiwan"],\n]\n\n[[lever]]\ncard = "doubt"\nname = "not this one"\n';
  it('reads what stands there', () => {
    expect(formOf(toml)).toEqual({ name: 'mine', base: 'baltic', date: '', sets: 'baltic; baltic, taiwan', remove: '' });
  });
  it('writes one entry and leaves all else', () => {
    expect(writeForm(toml, 'name', 'yours')).toBe(toml.replace('"mine"', '"yours"'));
    expect(formOf(writeForm(toml, 'sets', 'gulf; gulf, korea')).sets).toBe('gulf; gulf, korea');
    expect(writeForm(toml, 'sets', 'gulf')).toContain('[[lever]]\ncard = "doubt"\nname = "not this one"\n');
  });
  it('adds and takes away', () => {
    const dated = writeForm(toml, 'date', '2030-01-01');
    expect(formOf(dated).date).toBe('2030-01-01');
    expect(formOf(writeForm(dated, 'date', '')).date).toBe('');
    const without = writeForm(toml, 'remove', 'nato, us_japan_1960');
    expect(without).toContain('[agreements]\nremove = ["nato", "us_japan_1960"]');
    expect(formOf(without).remove).toBe('nato, us_japan_1960');
    expect(writeForm('', 'name', 'x')).toContain('[scenario]\nname = "x"');
  });
});

it('shows three digits', () => {
  expect([three(0.12345), three(12), three(NaN)]).toEqual(['0.123', '12', '-']);
});
