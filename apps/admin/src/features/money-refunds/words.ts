import { addWords } from '../../i18n/i18n.ts'
import { moneyRefundsZh } from './words.zh.ts'

export const useI18n = addWords(moneyRefundsZh, () =>
  import('./words.en.ts').then(({ moneyRefundsEn }) => moneyRefundsEn),
)
