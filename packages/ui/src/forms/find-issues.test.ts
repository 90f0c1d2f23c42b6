import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { registerInput } from '@mozhou/contracts/accounts/inputs'
import { adjustCreditsInput } from '@mozhou/contracts/credits/inputs'
import { wechatArticleInput } from '@mozhou/contracts/tools/wechat-article/fields'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { fieldIssueText } from '@mozhou/contracts/field-issue-text'
import { uiZh } from '../i18n/zh.ts'
import { findIssues } from './find-issues.ts'

function words(schema: z.ZodType, value: unknown): string[] {
  return findIssues(schema, value).map((issue) => fieldIssueText(uiZh.rules, issue.path, issue, String))
}

it('finds nothing against input that fits', () => {
  expect(findIssues(wechatArticleInput, { topic: '人工智能如何改变内容创作' })).toEqual([])
})

it('names the field and the rule, and tells empty from too short', () => {
  expect(words(wechatArticleInput, { topic: '' })).toEqual(['请填写topic'])
  expect(words(wechatArticleInput, { topic: '春' })).toEqual(['topic至少 2 个字'])
  expect(words(wechatArticleInput, { topic: '春'.repeat(101) })).toEqual(['topic最多 100 个字'])
  expect(words(wechatArticleInput, { topic: '春天', length: 200 })).toEqual(['length不能小于 300'])
  expect(words(wechatArticleInput, { topic: '春天', length: 300.5 })).toEqual(['length要填整数'])
  expect(words(wechatArticleInput, { topic: '春天', length: Number.NaN })).toEqual(['length要填数字'])
  expect(words(wechatArticleInput, { topic: '春天', keywords: Array.from({ length: 9 }, () => '词') })).toEqual([
    'keywords最多 8 个',
  ])
  expect(words(wechatArticleInput, { topic: '春天', tone: 'loud' })).toEqual(['请选择tone'])
})

it('words the rules of accounts, bytes and formats included', () => {
  const valid = { username: '林小满', email: 'lin@example.com', password: 'long enough', acceptedTerms: termsVersion }
  expect(words(registerInput, { ...valid, email: 'lin@' })).toEqual(['email格式不对，例如 name@example.com'])
  expect(words(registerInput, { ...valid, username: 'a b' })).toEqual(['username含有不能使用的字符'])
  expect(words(registerInput, { ...valid, password: '密'.repeat(25) })).toEqual(['password太长，最多 72 个字节'])
})

it('words a refinement by the name it gave its rule', () => {
  const input = { userId: 'usr_018f00000000700080000000000000aa', reason: '客服补偿', requestKey: crypto.randomUUID() }
  expect(words(adjustCreditsInput, { ...input, amount: 0 })).toEqual(['amount不能为 0'])
})
