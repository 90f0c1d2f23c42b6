/** Apps share an address within a sentence (“…打开【小红书】App 查看精彩笔记！”): the address alone. Without one, what was given. */
export function addressIn(text: string): string {
  const [found] = text.match(/https?:\/\/[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/u) ?? []
  return (found ?? text).trim()
}
