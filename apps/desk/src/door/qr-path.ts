export { squareCode as qrPath } from '@leeward/ui/square-code.ts';
