// The README as it stands in the package. VS Code shows it without the files around it and without
// asking the network: pictures go into it, and links to other files lead to the repository.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { smallPng } from './smallPng.js';

/** `[words](address)` and `![words](address)`; no brackets within. */
const link = /(!?)\[([^[\]]*)\]\(([^()\s]+)\)/gu;

/** Markdown with nothing relative in it; pictures that fit into `room` bytes, the first ones first. */
export function selfContained(markdown, { folder, repository, room }) {
  let left = room;
  const leftOut = [];
  const text = markdown.replaceAll(link, (whole, mark, words, address) => {
    if (/^([a-z]+:|#)/u.test(address)) return whole;
    if (mark === '') return `[${words}](${repository}/blob/HEAD/${path.posix.normalize(address)})`;
    const file = path.join(folder, address);
    const picture = existsSync(file) ? smallPng(readFileSync(file)) : undefined;
    if (picture !== undefined && picture.length <= left) {
      left -= picture.length;
      return `![${words}](data:image/png;base64,${picture.toString('base64')})`;
    }
    leftOut.push(address);
    return `[Picture: ${words}](${repository}/blob/HEAD/${path.posix.normalize(address)})`;
  });
  return { text, leftOut };
}
