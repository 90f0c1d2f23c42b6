import { addWords } from '../../i18n/i18n.ts'
import { campaignsZh } from './words.zh.ts'

export const useI18n = addWords(campaignsZh, () => import('./words.en.ts').then(({ campaignsEn }) => campaignsEn))
