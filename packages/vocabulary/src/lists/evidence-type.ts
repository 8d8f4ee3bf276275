import type { CodeList, CodeOf } from '../list.ts';

/** Material supporting a record. */
export const evidenceType = {
  name: 'evidence_type',
  label: 'Evidence types',
  description: 'Material supporting a record.',
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'ev_testimony',
      label: 'Testimony',
      definition: 'Account by victim or witness.',
      source:
        'default, modelled on https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'ev_official_document',
      label: 'Official document',
      definition: 'Court, police, administrative paper.',
      source:
        'default, modelled on https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'ev_medical_report',
      label: 'Medical or forensic report',
      definition: 'By a professional.',
      source:
        'default, modelled on https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'ev_photo_video',
      label: 'Photo or video',
      definition: 'Original preserved and hashed.',
      source: 'default',
    },
    {
      code: 'ev_screenshot_message',
      label: 'Screenshot or message',
      definition: 'With time and account.',
      source: 'default',
    },
    {
      code: 'ev_device_forensics',
      label: 'Device forensics',
      definition: 'Technical findings.',
      source: 'https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'ev_media_report',
      label: 'Media report',
      definition: 'Published item.',
      source:
        'default, modelled on https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'ev_ngo_un_report',
      label: 'NGO or UN report',
      definition: 'Secondary source.',
      source:
        'default, modelled on https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    { code: 'ev_physical_object', label: 'Object', definition: 'Item kept.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `evidence_type`. */
export type EvidenceType = CodeOf<typeof evidenceType>;
