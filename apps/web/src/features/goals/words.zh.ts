/** What a person means to write in a day, in Chinese: the source dictionary. */
export const goalsZh = {
  goals: {
    title: '今日写作目标',
    early: '会员抢先用',
    earlySince: (date: string) => `${date} 起会员抢先用`,
    earlyHint: '定一个每天的字数，首页会告诉你今天写到了哪里。',
    becomeMember: '看看会员',
    progress: (written: string, goal: string) => `今天 ${written} / ${goal} 字`,
    written: (written: string) => `今天写了 ${written} 字`,
    reached: '今天的目标达到了',
    counted: '按今天生成和修改过的作品净增的字数算，复制的不算。',
    choose: '每天写多少字',
    none: '不设',
  },
}
