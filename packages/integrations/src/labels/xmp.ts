import type { AiLabel } from './aigc-label.ts'
import { aigcJson } from './aigc-label.ts'

const namespace = 'http://www.tc260.org.cn/ns/AIGC/1.0/'

/**
 * The label as an XMP packet (ISO 16684-1), where TC260-PG-20259A wants it in pictures; beside it, for readers abroad, IPTC's source type.
 */
export function labelXmp(label: AiLabel): string {
  return (
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">` +
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:TC260="${namespace}"` +
    ` xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><TC260:AIGC>${escapeXml(aigcJson(label))}</TC260:AIGC>` +
    `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>` +
    `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
  )
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// XML has no way to write control characters, escaped or not.
const escapeXml = (text: string) =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '').replaceAll(/[&<>"]/g, (mark) => escapes[mark] ?? '')
