import { errorsEn } from '@mozhou/contracts/errors.en'
import { errorsZh } from '@mozhou/contracts/errors.zh'
import { expect, it } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Codes of what operators ask for; the others are refusals of what creators and strangers do. */
const operators = Object.keys(errorsZh).filter((code) =>
  /^(NETWORK|VALIDATION|UNAUTH|FORBIDDEN|NOT_FOUND|SESSION|RATE_|SERVICE|INTERNAL|USER_|LAST_ADMIN|ENTRY_|MODEL_(NOT|ALIAS|IS|UNFIT|PARAM)|CREDENTIALS|GENERATION_(NOT|OVER)|CREATION_NOT_FOUND|ORDER_NOT_FOUND|PROMPT_)/.test(
    code,
  ),
)

it.each(operators)('%s is said to an operator: nobody charges them, and no article of theirs is written', (code) => {
  const words: Record<string, string> = { ...errorsZh, ...zh.errors }
  const english: Record<string, string> = { ...errorsEn, ...en.errors }
  expect(words[code]).not.toMatch(/扣积分|不收积分|换一个模型|联系客服/u)
  expect(english[code]).not.toMatch(/charged|you pay/iu)
})

it('keeps the params of the sentence that it stands for', () => {
  expect(zh.errors.RATE_LIMITED).toContain('{{ wait }}')
  expect(en.errors.RATE_LIMITED).toContain('{{ wait }}')
})
