/// <reference path="./virtual.d.ts" />
export { loadFirstMessages, loadMessages } from 'virtual:leeward-language/door';
