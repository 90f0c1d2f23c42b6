import type { Wording } from '../wording.ts'

/** What operators may open, to members first and then to everybody; each is a part of the product that asks `isOpenTo`. */
export const featureWords = {
  writing_goal: { zh: '每日写作目标', en: 'Daily writing goal' },
} as const satisfies Record<string, Wording>

export type Feature = keyof typeof featureWords
export const features = Object.keys(featureWords) as [Feature, ...Feature[]]

export const featureStates = ['off', 'members', 'everybody'] as const
export type FeatureState = (typeof featureStates)[number]
