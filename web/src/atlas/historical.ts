/**
 * Where states of the past lay, told with the borders of today: no free package has others. Each is
 * drawn as the modern countries it mostly covered, and marked as approximate; a state that has no
 * such area is a dot at its capital. Capitals: Natural Earth populated places, rounded.
 */
export const APPROXIMATE: Readonly<Record<string, readonly string[]>> = {
  austria_hungary: ['AUT', 'HUN', 'CZE', 'SVK', 'SVN', 'HRV', 'BIH'],
  austrian_empire: ['AUT', 'HUN', 'CZE', 'SVK', 'SVN', 'HRV'],
  czechoslovakia: ['CZE', 'SVK'],
  germany: ['DEU'],
  gran_colombia: ['COL', 'VEN', 'ECU', 'PAN'],
  korean_empire: ['KOR', 'PRK'],
  montenegro: ['MNE'],
  north_yemen: ['YEM'],
  ottoman_empire: ['TUR', 'SYR', 'IRQ', 'LBN', 'JOR', 'ISR', 'PSE'],
  peru_bolivian_confederation: ['PER', 'BOL'],
  qing_china: ['CHN', 'MNG'],
  republic_of_china: ['CHN'],
  rhodesia: ['ZWE'],
  russian_empire: [
    'RUS', 'FIN', 'EST', 'LVA', 'LTU', 'BLR', 'UKR', 'MDA', 'GEO', 'ARM', 'AZE', 'KAZ', 'UZB', 'TKM', 'KGZ', 'TJK',
  ],
  serbia: ['SRB'],
  slovak_republic: ['SVK'],
  independent_croatia: ['HRV', 'BIH'],
  soviet_union: [
    'RUS', 'EST', 'LVA', 'LTU', 'BLR', 'UKR', 'MDA', 'GEO', 'ARM', 'AZE', 'KAZ', 'UZB', 'TKM', 'KGZ', 'TJK',
  ],
  two_sicilies: [],
  uar: ['EGY', 'SYR'],
  united_provinces_central_america: ['GTM', 'SLV', 'HND', 'NIC', 'CRI'],
  yugoslavia: ['SRB', 'MNE', 'HRV', 'SVN', 'BIH', 'MKD', 'XKX'],
};

/** Longitude and latitude of capitals, of states that have no area of their own on the map. */
export const CAPITALS: Readonly<Record<string, readonly [number, number]>> = {
  austria_hungary: [16.4, 48.2],
  austrian_empire: [16.4, 48.2],
  baden: [8.4, 49.0],
  bavaria: [11.6, 48.1],
  danzig: [18.6, 54.4],
  gdr: [13.4, 52.5],
  germany: [13.4, 52.5],
  hanover: [9.7, 52.4],
  hawaii: [-157.9, 21.3],
  hesse_darmstadt: [8.7, 49.9],
  hesse_kassel: [9.5, 51.3],
  korean_empire: [127.0, 37.6],
  manchukuo: [125.3, 43.9],
  mecklenburg_schwerin: [11.4, 53.6],
  modena: [10.9, 44.6],
  north_vietnam: [105.8, 21.0],
  north_yemen: [44.2, 15.4],
  orange_free_state: [26.2, -29.1],
  ottoman_empire: [29.0, 41.0],
  papal_states: [12.5, 41.9],
  parma: [10.3, 44.8],
  prussia: [13.1, 52.5],
  qing_china: [116.4, 39.9],
  republic_of_china: [118.8, 32.1],
  rhodesia: [31.0, -17.8],
  russian_empire: [30.3, 59.9],
  sardinia: [7.7, 45.1],
  saxony: [13.7, 51.1],
  south_vietnam: [106.7, 10.8],
  south_yemen: [45.0, 12.8],
  soviet_union: [37.6, 55.8],
  texas: [-97.7, 30.3],
  transvaal: [28.2, -25.7],
  tuscany: [11.3, 43.8],
  two_sicilies: [14.3, 40.9],
  uar: [31.2, 30.0],
  wuerttemberg: [9.2, 48.8],
  yugoslavia: [20.5, 44.8],
  zanzibar: [39.2, -6.2],
  FRA: [2.35, 48.9],
  NOR: [10.7, 59.9],
  USA: [-97, 39],
  RUS: [37.6, 55.8],
  TUV: [179.2, -8.5],
  GIB: [-5.35, 36.1],
};

/** Areas that more than one state claims, by the name they carry in the map data. */
export const DISPUTED: ReadonlySet<string> = new Set([
  'N. Cyprus', 'Somaliland', 'W. Sahara', 'Kosovo', 'Siachen Glacier', 'Taiwan', 'Palestine', 'Falkland Is.',
]);

/** Territories that another state administers, as the map data outline them. */
export const TERRITORIES: Readonly<Record<string, string>> = {
  ABW: 'NLD', AIA: 'GBR', ALA: 'FIN', ASM: 'USA', ATF: 'FRA', BLM: 'FRA', BMU: 'GBR', CUW: 'NLD', CYM: 'GBR',
  FLK: 'GBR', FRO: 'DNK', GGY: 'GBR', GRL: 'DNK', GUM: 'USA', HKG: 'CHN', HMD: 'AUS', IMN: 'GBR', IOT: 'GBR',
  JEY: 'GBR', MAC: 'CHN', MAF: 'FRA', MNP: 'USA', MSR: 'GBR', NCL: 'FRA', NFK: 'AUS', PCN: 'GBR', PRI: 'USA',
  PYF: 'FRA', SGS: 'GBR', SHN: 'GBR', SPM: 'FRA', SXM: 'NLD', TCA: 'GBR', VGB: 'GBR', VIR: 'USA', WLF: 'FRA',
};

