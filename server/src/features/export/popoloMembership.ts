import type { Corpus } from '../../corpus/corpus.js';
import type { OrganisationDefinition, PersonDefinition, Role } from '../../sidecars/definition.js';
import { popoloDates, type PopoloDates } from './popoloDate.js';

/** A post of an organisation, whoever holds it. */
export interface Post {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly organization_id?: string;
}

/** That a person holds a post, or that one belongs to an organisation; with dates where they are known. */
export type Membership = PopoloDates & { readonly id: string };

/** The posts that people's roles name, each once. */
export class PostTable {
  private readonly posts = new Map<string, Post>();

  /** The id of a post: that of its organisation, and its name. */
  idOf(post: string, organisation: string | undefined): string {
    const id = JSON.stringify([organisation ?? null, post]);
    if (!this.posts.has(id)) {
      const where = organisation === undefined ? {} : { organization_id: organisation };
      this.posts.set(id, { id, label: post, role: post, ...where });
    }
    return id;
  }

  /** Sorted by id. */
  all(): readonly Post[] {
    return [...this.posts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** The roles of a person as memberships. */
export function rolesOf(person: PersonDefinition, posts: PostTable): readonly Membership[] {
  return person.roles.map((role, index) => roleOf(person.id.value, role, index, posts));
}

function roleOf(person: string, role: Role, index: number, posts: PostTable): Membership {
  const { post, organisation, from, until, asOf } = role;
  return {
    id: `${person}#${index + 1}`,
    person_id: person,
    ...(organisation === undefined ? {} : { organization_id: organisation.value }),
    ...(post === undefined
      ? {}
      : { role: post.value, post_id: posts.idOf(post.value, organisation?.value) }),
    ...popoloDates({ start_date: from?.value, end_date: until?.value }),
    ...(asOf === undefined ? {} : { as_of: asOf.value }),
  };
}

/** The members that an organisation lists. */
export function membersOf(
  { id, members }: OrganisationDefinition,
  corpus: Corpus,
): readonly object[] {
  return members.map(({ value }, index) => ({
    id: `${id.value}#member-${index + 1}`,
    organization_id: id.value,
    ...(corpus.register.find('person', value) === undefined
      ? { member: { id: value, name: corpus.register.nameOf(value) } }
      : { person_id: value }),
  }));
}
