import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** What the server itself links to: files of the workspace, and pages of rules. */
const ownLinks = /^file:/;

/** What in a Markdown text could do something: HTML, images, and links to anything but files. */
export function livelyParts(markdown: string): readonly string[] {
  const found: string[] = [];
  const open: Node[] = [parser.parse(markdown)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { type, url = '', children = [] } = node;
    if (/^(?:html|image|imageReference|definition)$/.test(type)) {
      found.push(`${type} ${url}`);
    } else if (type === 'link' && !ownLinks.test(url)) {
      found.push(`link to ${url}`);
    }
    open.push(...children);
  }
  return found;
}
