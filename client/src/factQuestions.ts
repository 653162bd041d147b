import { l10n, type QuickPick, type QuickPickItem, window } from 'vscode';

/** Choices about a fact, as the server takes them; what they mean is the server's business. */
export type Choices = Readonly<Record<string, unknown>>;

/** One thing to decide, as the server asks it; the first option is its best guess. */
export interface Question {
  readonly key: string;
  readonly title: string;
  readonly options: readonly {
    readonly label: string;
    readonly description: string;
    readonly why: string;
    readonly choice: Choices;
  }[];
  /** What typed words are taken for: a value, or the date at which it held. */
  readonly typed?: 'value' | 'asOf';
  /** No option is a guess. */
  readonly mustAsk?: boolean;
}

interface Item extends QuickPickItem {
  readonly choice: Choices;
}

/** Asks one question. Enter takes the first option; undefined when the user gave up with Escape. */
export function ask(question: Question, step: number, of: number): Promise<Choices | undefined> {
  const pick = window.createQuickPick<Item>();
  pick.title = l10n.t('Record as Fact: {0}', question.title);
  pick.step = step;
  pick.totalSteps = of;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.placeholder = placeholder(question);
  const items = itemsOf(question);
  pick.items = items;
  const { typed } = question;
  if (typed !== undefined) {
    pick.onDidChangeValue((text) => {
      pick.items = text.trim() === '' ? items : [...items, typedItem(typed, text.trim())];
    });
  }
  return answerOf(pick);
}

function answerOf(pick: QuickPick<Item>): Promise<Choices | undefined> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item === undefined) return; // nothing matches what was typed
      resolve(item.choice);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function placeholder({ typed, options, mustAsk }: Question): string {
  if (mustAsk === true) return l10n.t('Only you can say');
  if (options.length === 0) return l10n.t('Nothing is known that fits');
  if (typed === 'value') return l10n.t('Enter takes the first; or type another value');
  if (typed === 'asOf') return l10n.t('Enter takes the first; or type a date such as 2010-05');
  return l10n.t('Enter takes the first; type to find another');
}

function itemsOf({ options }: Question): readonly Item[] {
  return options.map(({ label, description, why, choice }) => ({
    label,
    description,
    ...(why === '' ? {} : { detail: why }),
    choice,
  }));
}

/** Always shown, whatever the other items are filtered by. */
function typedItem(typed: 'value' | 'asOf', text: string): Item {
  return {
    label: text,
    description: typed === 'value' ? l10n.t('the value as typed') : l10n.t('as of this date'),
    alwaysShow: true,
    choice: typed === 'value' ? { value: text } : { time: { asOf: text } },
  };
}
