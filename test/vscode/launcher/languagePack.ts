import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a server believe that a language pack is installed: one without a single translation of VS
 * Code's own, so that its pages stay English while extensions are asked for theirs.
 */
export async function putLanguagePack(data: string, language: string): Promise<void> {
  const translations = path.join(data, 'data', `${language}.i18n.json`);
  await writeFile(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: language,
    label: language,
    extensions: [{ extensionIdentifier: { id: 'policy-facts.no-texts' }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  const file = path.join(data, 'data', 'languagepacks.json');
  await writeFile(file, JSON.stringify({ [language]: pack }));
}
