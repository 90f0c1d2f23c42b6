import { addWords } from '../../i18n/i18n.ts'
import { usersZh } from './words.zh.ts'

export const useI18n = addWords(usersZh, () => import('./words.en.ts').then(({ usersEn }) => usersEn))
