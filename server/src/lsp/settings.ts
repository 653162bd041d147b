import { mapGet, readYaml, type YamlMap } from '../text/yamlTree.js';
import { levels, type Level } from '../rules/finding.js';

/** The settings of a folder: its `policy-facts.yaml` over what the editor says. */
export interface Settings {
  readonly rules: ReadonlyMap<string, Level>;
  /** Patterns as in `.gitignore`. Nothing included means everything. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** `MM-DD`. */
  readonly financialYearStart: string;
  /** In bytes. */
  readonly maxFileSize: number;
}

export const defaultSettings: Settings = {
  rules: new Map(),
  include: [],
  exclude: [],
  financialYearStart: '04-01',
  maxFileSize: 5_000_000,
};

/** Reads `policy-facts.yaml`. What cannot be read keeps the value of `base`. */
export function readSettings(text: string, base: Settings = defaultSettings): Settings {
  const { root } = readYaml(text);
  if (root?.kind !== 'map') {
    return base;
  }
  const year = textAt(root, 'financialYearStart');
  return {
    rules: new Map([...base.rules, ...readLevels(root)]),
    include: listAt(root, 'include') ?? base.include,
    exclude: [...base.exclude, ...(listAt(root, 'exclude') ?? [])],
    financialYearStart:
      year !== undefined && /^\d\d-\d\d$/.test(year) ? year : base.financialYearStart,
    maxFileSize: parseSize(textAt(root, 'maxFileSize')) ?? base.maxFileSize,
  };
}

/** The editor's settings (`policyFacts.*`), which may be null, partial or of the wrong type. */
export function settingsFromEditor(configuration: unknown): Settings {
  if (typeof configuration !== 'object' || configuration === null) {
    return defaultSettings;
  }
  const { rules, exclude, maxFileSize } = configuration as Record<string, unknown>;
  return {
    ...defaultSettings,
    rules: new Map(
      typeof rules === 'object' && rules !== null
        ? Object.entries(rules).flatMap(([code, level]) => (isLevel(level) ? [[code, level]] : []))
        : [],
    ),
    exclude: Array.isArray(exclude)
      ? exclude.filter((pattern): pattern is string => typeof pattern === 'string')
      : [],
    maxFileSize:
      parseSize(typeof maxFileSize === 'string' ? maxFileSize : undefined) ??
      defaultSettings.maxFileSize,
  };
}

function readLevels(root: YamlMap): readonly (readonly [string, Level])[] {
  const rules = mapGet(root, 'rules');
  if (rules?.kind !== 'map') {
    return [];
  }
  return rules.entries.flatMap(({ key, value }) =>
    value?.kind === 'scalar' && isLevel(value.text) ? [[key.text, value.text] as const] : [],
  );
}

function isLevel(value: unknown): value is Level {
  return (levels as readonly unknown[]).includes(value);
}

function textAt(map: YamlMap, key: string): string | undefined {
  const node = mapGet(map, key);
  return node?.kind === 'scalar' ? node.text : undefined;
}

function listAt(map: YamlMap, key: string): readonly string[] | undefined {
  const node = mapGet(map, key);
  return node?.kind === 'list'
    ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
    : undefined;
}

/** `5MB`, `800 kB`, `1000` → bytes. */
function parseSize(text: string | undefined): number | undefined {
  const match = /^\s*(\d{1,9}(?:\.\d{1,3})?)\s*(b|kb|mb)?\s*$/i.exec(text ?? '');
  if (match === null) {
    return undefined;
  }
  const scale = { b: 1, kb: 1e3, mb: 1e6 }[(match[2] ?? 'b').toLowerCase()] ?? 1;
  return Math.round(Number(match[1]) * scale);
}
