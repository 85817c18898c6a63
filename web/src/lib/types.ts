/** What the server sends, as its OpenAPI description says. */
export type Cell = string | number | boolean | null;

export interface Column {
  name: string;
  unit: string;
  help: string;
}

export interface RecordTable {
  columns: Column[];
  rows: Cell[][];
}

export interface Field {
  name: string;
  type: string;
  unit: string;
  help: string;
  source: string;
  default: string;
  choices: string[];
  of: string;
  low: number | null;
  high: number | null;
  repeated: boolean;
  required: boolean;
}

export interface CardTable {
  name: string;
  help: string;
  columns: Column[];
}

export interface Card {
  name: string;
  question: string;
  source: string;
  subject: { kind: string; name: string; optional: boolean; help: string };
  fields: Field[];
  tables: CardTable[];
  views: { mark: string; table: string; x: string; y: string }[];
}

export interface EngineRecord {
  analysis: string;
  question: string;
  finding: string;
  scenario: { name: string; hash: string };
  params: { [name: string]: unknown };
  tables: { [name: string]: RecordTable };
  notices?: string[];
  exact: boolean;
  provenance: { [name: string]: unknown };
  timing?: { wall_s: number };
}

export interface Fault {
  code: string;
  file: string;
  line: number;
  column: number;
  message: string;
  hint: string;
}

export interface Problem {
  title: string;
  status: number;
  detail: string;
  faults?: Fault[];
}

export interface RunState {
  id: string;
  status: 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
  name: string;
  /** A file of one's own came along as a text. */
  subject: string | { text: string };
  params: { [name: string]: unknown };
  seed: number;
  draws: number;
  share: number;
  record?: EngineRecord;
  problem?: Problem;
}

export interface Named {
  name: string;
  kind: string;
  title: string;
  note: string;
}
