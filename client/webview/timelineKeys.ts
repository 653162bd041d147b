/** A mark of the picture: what it stands for, and where it stands. */
interface Reached {
  readonly element: SVGElement;
  readonly x: number;
  readonly y: number;
}

/**
 * Makes the marks of a picture one stop of the Tab key, within which the arrow keys go to the next:
 * left and right in time, up and down among those that stand near, Home and End to the ends.
 *
 * @param current the key (`point-3`) of the mark that Tab reaches first, if it is there
 */
export function moveByKeys(picture: SVGElement, current: string | undefined): void {
  const marks: Reached[] = Array.from(picture.querySelectorAll<SVGElement>('.mark'))
    .map((element) => {
      const { left, top, width, height } = (
        element.querySelector('.ring') ?? element
      ).getBoundingClientRect();
      return { element, x: left + width / 2, y: top + height / 2 };
    })
    .sort((a, b) => a.x - b.x || a.y - b.y);
  const first = marks.find(({ element }) => keyOf(element) === current) ?? marks[0];
  first?.element.setAttribute('tabindex', '0');
  const byHeight = [...marks].sort((a, b) => a.y - b.y || a.x - b.x);

  picture.addEventListener('keydown', (event) => {
    const at = marks.findIndex(({ element }) => element === event.target);
    const mark = marks[at];
    if (mark === undefined) return;
    const next = nextOf(event.key, mark, at);
    if (next === undefined) return;
    event.preventDefault();
    for (const { element } of marks) element.setAttribute('tabindex', '-1');
    next.element.setAttribute('tabindex', '0');
    next.element.focus();
    next.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  function nextOf(key: string, mark: Reached, at: number): Reached | undefined {
    switch (key) {
      case 'ArrowRight':
        return marks[Math.min(at + 1, marks.length - 1)];
      case 'ArrowLeft':
        return marks[Math.max(at - 1, 0)];
      case 'ArrowDown':
        return byHeight[Math.min(byHeight.indexOf(mark) + 1, marks.length - 1)];
      case 'ArrowUp':
        return byHeight[Math.max(byHeight.indexOf(mark) - 1, 0)];
      case 'Home':
        return marks[0];
      case 'End':
        return marks[marks.length - 1];
      default:
        return undefined;
    }
  }
}

/** What a mark stands for: `point-3`, `event-0`. */
export function keyOf(mark: Element): string {
  const point = mark.getAttribute('data-point');
  return point === null ? `event-${mark.getAttribute('data-event') ?? ''}` : `point-${point}`;
}
