import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from '@mozhou/integrations/ai/images/port'

const side = 512

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Ink on paper: something to work on, for trying a model that only works on pictures. */
export function trialPicture(): Picture {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // Eight bits of grey.
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(side * (side + 1))
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      const isInk = (row - side / 2) ** 2 + (column - side / 2) ** 2 < (side / 4) ** 2
      rows[row * (side + 1) + column + 1] = isInk ? 40 : 200 + Math.floor((row / side) * 55)
    }
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  const bytes = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
  return { bytes, type: 'image/png', width: side, height: side }
}
