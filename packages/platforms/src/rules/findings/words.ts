import type { Wording } from '@mozhou/contracts/wording'
import { communities, law, lenient, strict } from './line.ts'
import type { FindingLine } from './line.ts'

const advertisingLaw = law('《广告法》第九条第三项；《广告绝对化用语执法指南》（2023-02-25）')
const medicalLaw = law('《广告法》第十六至十八条')
const financialLaw = law('《广告法》第二十五条')

export const wordLines: readonly FindingLine[] = [
  {
    code: 'words.absolute_terms',
    finder: 'absolute_terms',
    severity: 'warn',
    inAdvertisement: 'block',
    field: 'body',
    source: advertisingLaw,
    wording: { zh: '广告法不许的绝对化用语', en: 'An absolute term that the advertising law forbids' },
  },
  {
    code: 'words.medical_claims',
    finder: 'medical_claims',
    severity: 'warn',
    inAdvertisement: 'block',
    field: 'body',
    source: medicalLaw,
    wording: { zh: '医疗或功效保证', en: 'A medical claim, or one of an effect' },
  },
  {
    code: 'words.financial_claims',
    finder: 'financial_claims',
    severity: 'warn',
    inAdvertisement: 'block',
    field: 'body',
    source: financialLaw,
    wording: { zh: '收益或保本承诺', en: 'A promise of returns or of safety of money' },
  },
  ...bothWays('contact_details', { zh: '联系方式', en: 'Contact details' }),
  ...bothWays('diversion', { zh: '引导到站外', en: 'Readers are asked to go elsewhere' }),
  {
    code: 'words.addresses',
    finder: 'addresses',
    severity: 'block',
    platforms: strict,
    field: 'body',
    source: communities,
    wording: { zh: '站外网址', en: 'An address of another site' },
  },
  {
    code: 'words.addresses.risky',
    finder: 'addresses',
    severity: 'warn',
    platforms: ['jianshu'],
    field: 'body',
    source: communities,
    wording: { zh: '站外网址', en: 'An address of another site' },
  },
  {
    code: 'words.addresses.closed',
    finder: 'addresses',
    severity: 'info',
    platforms: ['wechat_official', 'zhihu'],
    field: 'body',
    source: communities,
    wording: { zh: '站外网址，读者不能直接点开', en: 'An address of another site, which does not open at once' },
  },
  {
    code: 'words.other_platforms',
    finder: 'other_platforms',
    severity: 'warn',
    platforms: strict,
    field: 'body',
    source: communities,
    wording: { zh: '其他平台的名字', en: 'The name of another platform' },
  },
  {
    code: 'words.other_platforms.named',
    finder: 'other_platforms',
    severity: 'info',
    platforms: lenient,
    field: 'body',
    source: communities,
    wording: { zh: '提到其他平台', en: 'Another platform is named' },
  },
]

/** What the communities of five platforms take down, the other three only may. */
function bothWays(finder: 'contact_details' | 'diversion', wording: Wording): FindingLine[] {
  const line = { finder, field: 'body', source: communities, wording } as const
  return [
    { ...line, code: `words.${finder}`, severity: 'block', platforms: strict },
    { ...line, code: `words.${finder}.risky`, severity: 'warn', platforms: lenient },
  ]
}
