/** Lines to be spoken inside a shot, short to long. */
export const shortLines = [
  '先看结果。',
  '就是现在。',
  '别急，慢慢来。',
  '关键在{词}。',
  '记住这一步。',
  '你也可以试试。',
  '先把{词}放好。',
  '很多人卡在{词}。',
  '换个办法，马上不一样。',
  '这一步，决定{词}的样子。',
  '说起{题}，先别着急动手。',
  '我第一次也没做好{词}，后来才想明白。',
  '把{词}和{词2}分开做，两样都能做好。',
  '今天就用一分钟，把{题}讲给你听。',
] as const

/** Calls to one action. */
export const callsToAction = ['马上试一试', '点击看看详情', '领一份试用', '现在就预约', '收藏起来慢慢看'] as const

/** How a picture is framed. */
export const framings = ['特写', '近景', '中景', '全景', '俯拍', '跟拍'] as const
