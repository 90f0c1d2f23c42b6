/** Who has which feature, in Chinese: the source dictionary. */
export const featuresZh = {
  features: {
    subtitle: '新功能先给会员用，再给所有人。改动马上生效，并留下操作记录。',
    feature: '功能',
    state: '开放给',
    stateOf: { off: '关闭', members: '会员抢先', everybody: '所有人' },
    since: '从什么时候',
    changedBy: '谁改的',
    never: '没有改过',
    change: '修改',
    changeTitle: (feature: string) => `修改“${feature}”`,
    changeHintOf: {
      off: '所有人都看不到，已经存下的内容保留。',
      members: '会员可以用；其他人看到“会员抢先用”和开放日期。',
      everybody: '所有人都可以用。',
    },
    changed: '已修改',
    emptyTitle: '没有可以开放的功能',
  },
}
