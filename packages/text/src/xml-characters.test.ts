import { expect, it } from 'vitest'
import { xmlCharacters } from './xml-characters.ts'

it('ends a line at a vertical tab and a form feed, and drops what no file may hold', () => {
  expect(xmlCharacters('竖向\u000b和退格\b，换页\f，\u001b[1m转义，\ufffe非字符，零宽\u200b空格\ud83d。🌿')).toBe(
    '竖向\n和退格，换页\n，[1m转义，非字符，零宽\u200b空格。🌿',
  )
})
