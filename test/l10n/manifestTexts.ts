type Json = Readonly<Record<string, unknown>>;

/** A text of `package.json`: the key it has in `package.nls.json`, and where it stands. */
export interface ManifestText {
  readonly key: string;
  readonly text: string;
  readonly replace: (text: string) => void;
}

/** Properties of contributions that VS Code shows. `name` is shown of views only. */
const shown = new Set([
  'title',
  'shortTitle',
  'category',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'enumItemLabels',
  'deprecationMessage',
  'markdownDeprecationMessage',
  'contextualTitle',
  'contents',
  'altText',
  'label',
  'displayName',
  'userDescription',
]);

/** What nobody sees, or what is for programs: a language model is told in English. */
const passedOver = new Set([
  'configurationDefaults',
  'inputSchema',
  'languages',
  'grammars',
  'yamlValidation',
  'jsonValidation',
  'problemMatchers',
]);

/** What names an entry of a list. */
const names = ['command', 'id', 'view', 'type', 'name'] as const;

/** Every text of a manifest that people see, but names that are the same in every language. */
export function manifestTexts(manifest: object): ManifestText[] {
  const { contributes, capabilities, ...rest } = manifest as Json;
  const top = { displayName: rest['displayName'], description: rest['description'] };
  const found: ManifestText[] = [];
  const root = manifest as Record<string, unknown>;
  for (const [key, text] of Object.entries(top)) {
    add(found, [key], text, (value) => (root[key] = value));
  }
  walk(found, [], contributes);
  walk(found, ['capabilities'], capabilities);
  return found;
}

function walk(found: ManifestText[], path: readonly string[], value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const entries = value as Record<string, unknown>;
  for (const [name, inner] of Object.entries(entries)) {
    if (passedOver.has(name) && path.length === 0) continue;
    if (name === 'inputSchema') continue;
    const here = [...path, Array.isArray(value) ? nameOf(inner, name) : name];
    const isShown = shown.has(name) || (name === 'name' && path[0] === 'views');
    // A property of a setting may itself be called `title`: then it is an object.
    if (isShown && typeof inner === 'string') {
      add(found, here, inner, (text) => (entries[name] = text));
    } else if (isShown && Array.isArray(inner)) {
      (inner as unknown[]).forEach((text, index) => {
        add(found, [...here, String(index)], text, (by) => (inner[index] = by));
      });
    } else {
      walk(found, here, inner);
    }
  }
}

function nameOf(entry: unknown, index: string): string {
  const named = entry as Json;
  const name = names.map((key) => named[key]).find((part) => typeof part === 'string');
  return typeof name === 'string' ? name : index;
}

function add(
  found: ManifestText[],
  path: readonly string[],
  text: unknown,
  replace: (text: string) => void,
): void {
  if (typeof text !== 'string' || text === 'Policy Facts') return;
  // A setting keeps its key when it moves to another group.
  const key = path
    .join('.')
    .replace(/^configuration\.\w+\.properties\./u, 'settings.')
    .replace(/^configuration\./u, 'settingGroups.');
  found.push({ key, text, replace });
}

/** The key in `%key%`; undefined for a text that stands there itself. */
export function keyIn(text: string): string | undefined {
  return /^%(.+)%$/u.exec(text)?.[1];
}
