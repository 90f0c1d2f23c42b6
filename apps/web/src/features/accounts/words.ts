import { addWords } from '../../i18n/i18n.ts'
import { accountsZh } from './words.zh.ts'

export const useI18n = addWords(accountsZh, () => import('./words.en.ts').then(({ accountsEn }) => accountsEn))
