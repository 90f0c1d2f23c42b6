import { formatId } from '@mozhou/contracts/ids'

/** Who did something, for a list that names no more of them: a deleted account has an id and no name. */
export function shownName({ id, username }: { id: string; username: string }): string {
  return username === '' ? formatId('user', id) : username
}
