import type { featuresZh } from './words.zh.ts'

export const featuresEn = {
  features: {
    subtitle: 'New features are for members first, then for everybody. A change takes effect at once and is recorded.',
    feature: 'Feature',
    state: 'Open to',
    stateOf: { off: 'Nobody', members: 'Members first', everybody: 'Everybody' },
    since: 'Since',
    changedBy: 'Changed by',
    never: 'Never changed',
    change: 'Change',
    changeTitle: (feature) => `Change “${feature}”`,
    changeHintOf: {
      off: 'Nobody sees it; what was stored stays.',
      members: 'Members have it; others read “members first” and since when.',
      everybody: 'Everybody has it.',
    },
    changed: 'Changed',
    emptyTitle: 'There is no feature to open',
  },
} satisfies typeof featuresZh
