import { expect, test } from 'vitest'
import { scanHistory } from './histories.ts'

const finds = (text: string) =>
  scanHistory({ events: [{ workflowExecutionStartedEventAttributes: { identity: text } }] }, ['露营']).length

test.each(['打给13912345678吧', 'a@example.com', 'sk-1234abcd', '【标题】茶', '城市露营'])('%s is found', (text) => {
  expect(finds(text)).toBe(1)
  expect(finds(`${crypto.randomUUID()} ${text}`)).toBe(1)
})

test.each(['creation:019ab3d2-c4e5-7f60-a1b2-a13912345678:1', 'gen_019ab3d2c4e57f60a1b2a13912345678'])(
  'an id is no telephone number: %s',
  (text) => expect(finds(text)).toBe(0),
)
