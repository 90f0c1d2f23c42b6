/**
 * The name twice (RFC 6266, section 4.3; RFC 5987): once for readers that know ASCII alone, as `fallback` with the same ending, once whole.
 */
export function contentDisposition(use: 'inline' | 'attachment', name: string, fallback: string): string {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${use}; filename="${fallback}${ending}"; filename*=UTF-8''${whole}`
}
