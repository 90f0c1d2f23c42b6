/** Fillers of the small slots. People are invented. */
export const people = [
  '小林',
  '老周',
  '一位做了八年的编辑',
  '我的邻居陈姐',
  '刚入行的小许',
  '一位退休老师',
  '朋友阿哲',
  '同事小苏',
  '一位两个孩子的妈妈',
  '隔壁组的老何',
  '一位开小店的朋友',
  '我的老同学',
  '一位自由撰稿人',
  '社区里的志愿者',
  '表妹小夏',
] as const
export const spans = ['三个月', '半年', '两周', '一年', '一个季度', '四十天', '一个多月', '两年'] as const
export const places = [
  '城南的一间咖啡馆',
  '社区图书馆',
  '一间十来平米的办公室',
  '周末的读书会',
  '厨房的小餐桌',
  '一家不大的工作室',
  '老城区的巷子口',
  '早高峰的地铁站',
] as const
export const numbers = ['三', '四', '五', '六', '七'] as const
export const fallbackKeywords = ['节奏', '细节', '方法', '复盘', '取舍'] as const
export const emojis = ['✨', '📌', '🌱', '💡', '📝', '🎯', '🍀', '🔍'] as const
