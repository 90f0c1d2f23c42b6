/** 字数 as editors count it: Han characters plus Latin words and numbers; marks and spaces do not count. */
export function measure(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[\p{Script=Latin}\d]+(?:['’.-][\p{Script=Latin}\d]+)*/gu)?.length ?? 0
  return han + words
}
