/** Where mail to an address arrives: what stands after a plus sign is the person's own note (RFC 5233). Of an address folded by `accountKey`. */
export function mailboxOf(emailKey: string): string {
  const at = emailKey.lastIndexOf('@')
  const [local = ''] = emailKey.slice(0, at).split('+')
  return `${local}${emailKey.slice(at)}`
}
