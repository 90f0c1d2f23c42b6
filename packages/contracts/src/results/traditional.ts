/** Simplified characters that names of sections and columns are made of, each with its traditional forms behind it. */
const forms = `标標 题題 关關 键鍵 词詞 实實 状狀 态態 项項 称稱 场場 财財 务務 预預 测測 团團 队隊 资資 谁誰 阶階 节節 总總
数數 竞競 争爭 况況 业業 据據 来來 设設 齐齊 识識 种種 发發 机機 点點 紧緊 议議 报報 见見 请請 复復複 纪紀 写寫 么麼 课課 学學
时時 师師 后後 级級 过過 难難 练練 习習 动動 号號 语語 产產 户戶 优優 转轉 风風 结結 构構 说說 与與 对對 应應 论論 层層 类類
闻聞 单單 电電 头頭 话話 读讀 绍紹 体體 联聯 系係繫 简簡 职職 个個 历歷 经經 证證 书書 编編 势勢 补補 属屬 长長 须須 变變
从從 几幾 连連 叙敘 视視 专專 领領 气氣 术術 译譯 频頻 台臺 众眾衆 开開 镜鏡 摄攝 钩鉤鈎 画畫 签籤簽 纲綱 间間 范範 围圍 岗崗
门門 内內 问問 计計 划劃 笔筆 验驗 赠贈 图圖 别別 给給 注註 录錄 备備 审審 质質 价價 选選 择擇 运運 营營 调調 员員 规規 环環
义義 乐樂 条條 扩擴 压壓 缩縮 续續 继繼 线線 达達 处處 导導 讲講 无無 则則 创創 订訂 认認 记記 忆憶 为為爲 当當 会會 销銷
传傳 这這 将將 帮幫 满滿 随隨 进進 让讓 没沒 详詳 细細 归歸 评評 参參 献獻 决決 采採 统統 脚腳 诉訴 阅閱 欢歡`

const simplifiedOf = new Map(
  forms
    .split(/\s+/u)
    .flatMap(([simplified = '', ...traditional]) => traditional.map((form) => [form, simplified] as const)),
)

const anyTraditional = new RegExp(`[${[...simplifiedOf.keys()].join('')}]`, 'gu')

/** A text with the characters of names in their simplified form; as long as it was, so that places in one are places in the other. */
export const simplified = (text: string) =>
  text.replaceAll(anyTraditional, (character) => simplifiedOf.get(character) ?? character)

/** The first traditional form of every character that has one. */
export function traditional(text: string): string {
  const of = (character: string) => [...simplifiedOf].find(([, simple]) => simple === character)?.[0] ?? character
  return Array.from(text, of).join('')
}
