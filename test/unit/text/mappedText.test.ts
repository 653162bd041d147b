import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MappedText, MappedTextBuilder } from '../../../server/src/text/mappedText.js';
import { span } from '../../../server/src/text/span.js';

/** `a **152** &amp; b` + gap + `c`: "a 152 & b", a blank line, "c". */
function sample(): { source: string; mapped: MappedText } {
  const source = 'a **152** &amp; b\n\n> c';
  const builder = new MappedTextBuilder();
  builder.append('a ', 0);
  builder.append('152', 4);
  builder.append(' ', 9);
  builder.appendWhole('&', span(10, 15));
  builder.append(' b', 15);
  builder.appendUnmapped('\n\n', 17);
  builder.append('c', 21);
  return { source, mapped: builder.build() };
}

describe('MappedText', () => {
  it('leads a rendered stretch back to its source, without the mark-up around it', () => {
    const { source, mapped } = sample();
    const found = (rendered: string): string => {
      const start = mapped.text.indexOf(rendered);
      const { start: from, end } = mapped.sourceSpan(span(start, start + rendered.length));
      return source.slice(from, end);
    };
    assert.equal(mapped.text, 'a 152 & b\n\nc');
    assert.equal(found('152'), '152');
    assert.equal(found('152 &'), '152** &amp;');
    assert.equal(found('&'), '&amp;');
    assert.equal(found('a 15'), 'a **15');
    assert.equal(found('b\n\nc'), 'b\n\n> c');
  });

  it('leads a caret in the source to the rendered text', () => {
    const { mapped } = sample();
    assert.equal(mapped.renderedOffset(5), 3, 'in 152');
    assert.equal(mapped.renderedOffset(7), 5, 'after 152');
    assert.equal(mapped.renderedOffset(3), 2, 'in the opening mark-up');
    assert.equal(mapped.renderedOffset(12), 6, 'in the reference');
    assert.equal(mapped.renderedOffset(15), 7, 'after the reference');
    assert.equal(mapped.renderedOffset(17), 9, 'at the end of the block');
    assert.equal(mapped.renderedOffset(19), 9, 'between the blocks');
    assert.equal(mapped.renderedOffset(21), 11);
    assert.equal(mapped.renderedOffset(99), 12);
  });

  it('renders a stretch of source, and nothing for mark-up', () => {
    const { mapped } = sample();
    assert.deepEqual(mapped.renderedSpan(span(2, 9)), span(2, 5));
    assert.deepEqual(mapped.renderedSpan(span(11, 12)), span(6, 7));
    assert.deepEqual(mapped.renderedSpan(span(0, 22)), span(0, 12));
    const { start, end } = mapped.renderedSpan(span(2, 4));
    assert.equal(start, end);
  });

  it('ends where the last character ends', () => {
    const builder = new MappedTextBuilder();
    builder.appendWhole('&', span(3, 8));
    const mapped = builder.build();
    assert.equal(mapped.sourceOffset(0), 3);
    assert.equal(mapped.sourceOffset(1), 8);
    assert.equal(mapped.sourceOffset(99), 8);
  });

  it('answers for an empty text', () => {
    const empty = MappedText.identity('');
    assert.equal(empty.sourceOffset(3), 0);
    assert.deepEqual(empty.sourceSpan(span(0, 0)), span(0, 0));
    assert.deepEqual(empty.renderedSpan(span(0, 9)), span(0, 0));
  });

  it('is the identity over the identity', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(30), fc.nat(30), (text, a, b) => {
        const at = span(Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length));
        const mapped = MappedText.identity(text);
        assert.deepEqual(mapped.sourceSpan(at), at);
        assert.deepEqual(mapped.renderedSpan(at), at);
      }),
    );
  });

  it('leads every mapped character there and back', () => {
    const { mapped } = sample();
    for (let i = 0; i < mapped.text.length; i++) {
      const source = mapped.sourceSpan(span(i, i + 1));
      if (source.end > source.start) {
        assert.deepEqual(mapped.renderedSpan(source), span(i, i + 1));
      }
    }
  });
});
