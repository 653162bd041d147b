import { LineIndex } from '../text/lineIndex.js';
import { readYaml, type YamlTree } from '../text/yamlTree.js';
import type { SourceFile } from './corpusFile.js';

/** A folder's `policy-facts.yaml`: its tree, for the rules that check it. */
export interface SettingsEntry {
  readonly uri: string;
  readonly content: {
    readonly text: string;
    readonly lines: LineIndex;
    readonly tree: YamlTree;
  };
}

export function settingsEntry({ uri, text }: SourceFile): SettingsEntry {
  return { uri, content: { text, lines: new LineIndex(text), tree: readYaml(text) } };
}
