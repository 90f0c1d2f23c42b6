const longest = 300
/** More of a message is not looked at. */
const read = 1_000
/** Characters in a row that two texts share by no chance; Chinese says as much in fewer. */
const shared = { chinese: 4, other: 12 }
const hidden = '…'

const patterns = [
  // What stands in quotes is, in a vendor's refusal, what was sent: "Invalid value: '…'".
  /(["'`“”‘’「『])[^"'`“”‘’「」『』]{2,}["'`“”‘’」』]/gu,
  /\b(?:sk|ak|api|key|bearer)[-_ ][\w.*/+=-]{6,}/giu,
  /[\w.+-]+@[\w-]+\.[\w.-]+/gu,
  /(?<!\d)1[3-9]\d{9}(?!\d)/gu,
  /(?=[\w/+=-]*\d)(?=[\w/+=-]*[A-Za-z])[\w/+=-]{24,}/gu,
]

/**
 * A vendor's words about a call that failed, for operators: without keys, also in part; without what the person wrote or was given, which
 * vendors like to repeat; without anything in quotes, addresses and numbers of phones.
 */
export function redactVendorMessage(
  message: string,
  known: { secrets: readonly string[]; texts: readonly string[] },
): string {
  let text = withoutTexts(withoutSecrets(message.slice(0, read), known.secrets), known.texts.join('\n'))
  for (const pattern of patterns) text = text.replace(pattern, hidden)
  const tidy = text.replaceAll(/\s+/gu, ' ').replaceAll(/…+/gu, hidden).trim()
  const characters = Array.from(tidy)
  return characters.length <= longest ? tidy : `${characters.slice(0, longest - 1).join('')}${hidden}`
}

function withoutSecrets(message: string, secrets: readonly string[]): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, hidden), message)
}

/** Hides every stretch that stands in what was sent or made, letter for letter. */
function withoutTexts(message: string, texts: string): string {
  const isHidden = Array.from({ length: message.length }, () => false)
  for (const [pattern, size] of [[/\p{Script=Han}/u, shared.chinese] as const, [/./su, shared.other] as const]) {
    for (let at = 0; at + size <= message.length; at += 1) {
      const piece = message.slice(at, at + size)
      if (pattern.test(piece) && texts.includes(piece)) isHidden.fill(true, at, at + size)
    }
  }
  return message.split('').reduce((kept, character, at) => kept + (isHidden[at] === true ? hidden : character), '')
}
