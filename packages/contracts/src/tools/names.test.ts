import { expect, it } from 'vitest'
import { namesNotIn } from './names.ts'

const known = '2022 年起在杭州青禾网络科技有限公司做运营，毕业于浙江工商大学，写过《夜跑手记》'

it.each([
  ['the full name', '杭州青禾网络科技有限公司', []],
  ['a short name', '曾就职于青禾公司', []],
  ['a school', '毕业于浙江工商大学市场营销专业', []],
  ['a title', '著有《夜跑手记》', []],
  ['general words', '在公司负责运营，希望加入贵公司；服务多家上市公司', []],
  ['another company with the same common part', '曾任职于星辰网络科技有限公司', ['星辰网络科技有限公司']],
  ['another school', '2019 年考入清华大学', ['清华大学']],
  ['a group', '腾讯集团', ['腾讯集团']],
  ['an award nobody gave', '获“年度优秀员工”，发表《增长方法》', ['年度优秀员工', '增长方法']],
  ['each once', '腾讯集团与腾讯集团', ['腾讯集团']],
])('tells %s', (_case, text, expected) => {
  expect(namesNotIn(text, known)).toEqual(expected)
})
