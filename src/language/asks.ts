/** Words that make a clause a question. */
export const ASKS =
  /谁|哪|(?<![那这好])几(?!乎|经|次三番)|多少|多久|多长|多大|什么|啥|怎|咋|如何|何时|为何|是否|能否|可否|([一-鿿])不\1|(?:吗|么)$/u;
