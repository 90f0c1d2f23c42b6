const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** A citizen's number by GB 11643-1999: a date of birth, and a check character that fits the digits before it. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  const born = new Date(`${day}T00:00:00Z`)
  const isDay = !Number.isNaN(born.getTime()) && born.toISOString().slice(0, 10) === day
  return isDay && checkCharacter(text) === text[17]
}

/** Of the seventeen digits that it begins with. */
export function checkCharacter(text: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0)
  return checks[sum % 11] ?? ''
}
