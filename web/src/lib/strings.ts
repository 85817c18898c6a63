/** Every text of the frame in one place, so that another language needs one more file. */
export const t = {
  name: 'Entente',
  skip: 'Skip to the content',
  views: {
    atlas: 'Atlas',
    ask: 'Ask',
    ledger: 'Ledger',
    network: 'Network',
    analyses: 'Analyses',
    claims: 'Claims',
    scenarios: 'Scenarios',
  },
  about: {
    atlas: 'Who has promised what to whom on a day',
    ask: 'What one attack sets off, article by article',
    ledger: 'Commitments against capabilities',
    network: 'Promises as a graph, and what a hub carries',
    analyses: 'Every question that can be asked',
    claims: 'Arguments about alliances, tested',
    scenarios: 'Worlds to ask, and your own',
  },
  away: 'The server does not answer. This page goes on trying and loses nothing.',
  theme: 'Light or dark',
  none: 'Nothing here.',
  loading: 'Loading',
  cancel: 'Cancel',
  run: 'Run',
};
