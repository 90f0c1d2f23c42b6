import type { VendorAnswer } from '../answer.ts'
import type { Settings } from '../settings.ts'
import type { WireOptions } from '../write-answer.ts'
import { hasFault, type ActiveFault } from './active-fault.ts'
import type { FaultEntry } from './catalogue.ts'

const onWire = (
  name: string,
  title: string,
  detail: string,
  argument: FaultEntry['argument'] = 'none',
): FaultEntry => ({
  name,
  argument,
  group: '线路',
  title,
  detail,
})

/** Faults of the line: the same whatever is said over it, so that every plug may list them. */
export const wireFaults: readonly FaultEntry[] = [
  { ...onWire('html-error', 'HTML 错误页', '502，网关的 HTML 正文，没有 JSON。', 'times'), group: '拒绝' },
  onWire('slow-first-byte', '首字节慢', '首字节前等待；不带数字时按设置。', 'delayMs'),
  onWire('slow-tokens', '吐字慢', '每块之间等待；不带数字时按设置。', 'delayMs'),
  {
    ...onWire('hang', '挂起', '永不回答，直到客户端离开；带数字时先发若干块再挂起。', 'afterChunks'),
    defaultChunks: null,
  },
  onWire('split-frames', '碎片', '按 1–13 字节切开：切在汉字内、`data:` 内。'),
  onWire('crlf', 'CRLF 行尾', '行尾用 \\r\\n。'),
  onWire('comments', '保活注释', '每帧前插入 `: keep-alive` 注释行。'),
  onWire('no-space', '冒号后无空格', '`data:{…}` 而不是 `data: {…}`。'),
]

export const gatewayPage: VendorAnswer = {
  status: 502,
  contentType: 'text/html',
  headers: {},
  body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
}

export function wireOptions(faults: readonly ActiveFault[], settings: Settings, cutAtEnd: boolean): WireOptions {
  const slow = hasFault(faults, 'slow-tokens')
  return {
    chunkDelayMs: slow === null ? settings.chunkDelayMs : (slow.delayMs ?? settings.slowTokensMs),
    lineEnd: hasFault(faults, 'crlf') ? '\r\n' : '\n',
    withComments: hasFault(faults, 'comments') !== null,
    withoutSpace: hasFault(faults, 'no-space') !== null,
    splitBytes: hasFault(faults, 'split-frames') !== null,
    hangAfterChunks: hasFault(faults, 'hang')?.afterChunks ?? null,
    cutAtEnd,
  }
}

/** Milliseconds before the first byte. */
export function firstByteDelay(faults: readonly ActiveFault[], settings: Settings): number {
  const slow = hasFault(faults, 'slow-first-byte')
  return slow === null ? settings.firstByteMs : (slow.delayMs ?? settings.slowFirstByteMs)
}
