/// <reference path="./virtual.d.ts" />
export { loadMessages } from 'virtual:leeward-language/desk';
