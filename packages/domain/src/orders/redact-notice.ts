/** Names and accounts of the payer, in either channel's words. */
const personal = new Set([
  'buyer_id',
  'buyer_open_id',
  'buyer_user_id',
  'buyer_logon_id',
  'alipay_user_id',
  'alipay_open_id',
  'alipay_logon_id',
  'openid',
  'payer',
  'seller_email',
])
const hidden = '***'
const mostCharacters = 8_000

/** A notice's body as people may read it: what tells who paid is hidden. What is neither a form nor JSON is no notice of a channel; it is shown as it came. */
export function redactNotice(body: Uint8Array): string {
  const text = new TextDecoder().decode(body).slice(0, mostCharacters)
  if (/^\s*\{/.test(text)) return redactJson(text)
  if (!/^[\w.]+=/.test(text)) return text
  return text
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1)
      return personal.has(name) ? `${name}=${hidden}` : decoded(pair)
    })
    .join('\n')
}

function redactJson(text: string): string {
  try {
    const hide = (key: string, value: unknown) => (personal.has(key) ? hidden : value)
    return JSON.stringify(JSON.parse(text, hide), null, 2)
  } catch (cause) {
    if (cause instanceof SyntaxError) return text
    throw cause
  }
}

function decoded(pair: string): string {
  try {
    return decodeURIComponent(pair.replaceAll('+', ' '))
  } catch (cause) {
    if (cause instanceof URIError) return pair
    throw cause
  }
}
