import type { PDFContext, PDFDocument, PDFPage, PDFRef } from 'pdf-lib';
import { PDFHexString, PDFName } from 'pdf-lib';
import type { Element } from '../layout/mark.js';

interface Node {
  readonly ref: PDFRef;
  readonly element: Element | undefined;
  readonly parent: PDFRef;
  readonly children: (PDFRef | { Type: 'MCR'; Pg: PDFRef; MCID: number })[];
}

/**
 * The structure of the document for readers who do not see it: every marked content belongs to an element (ISO 32000-1, 14.7).
 * Elements come in the order in which they are first drawn.
 */
export class Structure {
  private readonly context: PDFContext;
  private readonly root: PDFRef;
  private readonly document: Node;
  private readonly nodes = new Map<Element, Node>();
  private readonly pages: PDFRef[][] = [];

  constructor(private readonly pdf: PDFDocument) {
    this.context = pdf.context;
    this.root = this.context.nextRef();
    this.document = { ref: this.context.nextRef(), element: undefined, parent: this.root, children: [] };
  }

  openPage(page: PDFPage): void {
    page.node.set(PDFName.of('StructParents'), this.context.obj(this.pages.length));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    this.pages.push([]);
  }

  /** The number under which the next content of the page belongs to the element. */
  contentId(element: Element, page: PDFPage): number {
    const node = this.nodeOf(element);
    const contents = this.pages.at(-1) ?? [];
    const id = contents.push(node.ref) - 1;
    node.children.push({ Type: 'MCR', Pg: page.ref, MCID: id });
    return id;
  }

  write(): void {
    const { context } = this;
    for (const node of [this.document, ...this.nodes.values()]) this.writeNode(node);
    const numbers = this.pages.flatMap((contents, index) => [index, context.register(context.obj(contents))]);
    const parentTree = context.register(context.obj({ Nums: numbers }));
    context.assign(
      this.root,
      context.obj({
        Type: 'StructTreeRoot',
        K: [this.document.ref],
        ParentTree: parentTree,
        ParentTreeNextKey: this.pages.length,
      }),
    );
    this.pdf.catalog.set(PDFName.of('StructTreeRoot'), this.root);
    this.pdf.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  }

  private nodeOf(element: Element): Node {
    const known = this.nodes.get(element);
    if (known) return known;
    const parent = element.parent ? this.nodeOf(element.parent) : this.document;
    const node: Node = { ref: this.context.nextRef(), element, parent: parent.ref, children: [] };
    parent.children.push(node.ref);
    this.nodes.set(element, node);
    return node;
  }

  private writeNode(node: Node): void {
    const dict = this.context.obj({
      Type: 'StructElem',
      S: node.element?.role ?? 'Document',
      P: node.parent,
      K: node.children,
    });
    if (node.element?.alt) dict.set(PDFName.of('Alt'), PDFHexString.fromText(node.element.alt));
    if (node.element?.role === 'TH')
      dict.set(PDFName.of('A'), this.context.obj({ O: 'Table', Scope: 'Column' }));
    this.context.assign(node.ref, dict);
  }
}
