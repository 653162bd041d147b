/* A small record of two articles, used by most suites. */

/** What both articles speak about. */
export const register = `organisations:
  pct:
    name: Primary care trusts
    aliases: [primary care trust, PCT, PCTs]
    kind: class
    founded: 2002
    description: Local NHS bodies that commissioned care in England.
  herald:
    name: The Herald
    kind: publisher
  courier:
    name: The Courier
    kind: publisher
people:
  jane-doe: {name: Jane Doe, aliases: [Dr Doe]}
places:
  england: {name: England}
`;

export const herald = `---
title: Trusts in the spotlight
publisher: herald
published: 2010-07-12
---

# Trusts in the spotlight

England has 152 primary care trusts today, Jane Doe says.
`;

export const courier = `---
title: Counting the trusts
publisher: courier
published: 2010-07-20
---

# Counting the trusts

There are 152 primary care trusts in England. Each PCT has a board.
`;

/** The facts of one of the articles: one count, quoted. */
export function countOf(value: string, quote = `${value} primary care trusts`): string {
  return `facts:
  - id: trusts
    subject: pct
    property: count
    value: ${value}
    place: england
    quote: ${quote}
`;
}

/** Two articles that agree, each with its sidecar, and the register. */
export const agreeing = {
  'register.facts.yaml': register,
  'herald.md': herald,
  'herald.facts.yaml': countOf('152'),
  'courier.md': courier,
  'courier.facts.yaml': countOf('152'),
} as const;
