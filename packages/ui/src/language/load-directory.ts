/// <reference path="./virtual.d.ts" />
export { loadMessages as loadDirectoryMessages } from 'virtual:leeward-language/directory';
