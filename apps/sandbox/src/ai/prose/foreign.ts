/** A sentence in each language the sandbox has no prose for; it says what it is. */
const samples: readonly [RegExp, string][] = [
  [/日[语文本]|japan/i, 'これはサンドボックスの翻訳サンプルです（沙盒示例）。'],
  [/韩|朝鲜|korea/i, '이 문장은 샌드박스 번역 예시입니다 (沙盒示例).'],
  [/法[语文]|french|français/i, 'Ceci est un exemple de traduction du bac à sable (沙盒示例).'],
  [/德[语文]|german|deutsch/i, 'Dies ist ein Übersetzungsbeispiel der Sandbox (沙盒示例).'],
  [/西班牙|spanish|español/i, 'Este es un ejemplo de traducción del entorno de pruebas (沙盒示例).'],
  [/葡萄牙|portug/i, 'Este é um exemplo de tradução do ambiente de testes (沙盒示例).'],
  [/意大利|italian/i, 'Questo è un esempio di traduzione della sandbox (沙盒示例).'],
  [/俄[语文]|russian/i, 'Это пример перевода из песочницы (沙盒示例).'],
  [/阿拉伯|arabic/i, 'هذا مثال على الترجمة من بيئة الاختبار (沙盒示例).'],
  [/泰[语文]|thai/i, 'นี่คือตัวอย่างคำแปลจากแซนด์บ็อกซ์ (沙盒示例)'],
  [/越南|vietnam/i, 'Đây là bản dịch mẫu của môi trường thử nghiệm (沙盒示例).'],
  [/印尼|印度尼西亚|indones/i, 'Ini contoh terjemahan dari lingkungan uji coba (沙盒示例).'],
]

/** Null for Chinese, English and what the sandbox does not know, which gets its English prose. */
export function foreignSample(language: string | null): string | null {
  return samples.find(([pattern]) => pattern.test(language ?? ''))?.[1] ?? null
}
